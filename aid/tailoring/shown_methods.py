"""Which methods Compare shows. Always in the stated order; a reader can always show all."""

from __future__ import annotations

from collections.abc import Collection

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import NO_PROCEDURE, ListId, MethodId
from aid.tailoring.relevance import Relevance


def shown_methods(
    listing: Relevance, list_id: ListId, added: Collection[MethodId] = ()
) -> tuple[MethodId, ...]:
    """The methods on the list that the reader chose, and those that they added to it.

    Args:
        listing: The lists for the reader's scar shapes.
        list_id: The chosen list.
        added: Methods off the list that the reader added.
    """
    held = listing.held_by(list_id)
    return tuple(
        listed.method_id
        for listed in listing.methods
        if listed.method_id in held or listed.method_id in added
    )


def methods_to_pick(
    catalogue: Catalogue, shown: Collection[MethodId], picked: Collection[MethodId]
) -> tuple[MethodId, ...]:
    """The methods that can be picked for the view in detail: those shown, and those picked before.

    "No procedure for now" is not among them: that view always has it.
    """
    return tuple(
        method.id
        for method in catalogue.methods
        if method.id != NO_PROCEDURE and (method.id in shown or method.id in picked)
    )
