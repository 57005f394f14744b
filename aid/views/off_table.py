"""What is not in the table of the comparison, each method with its reason."""

from __future__ import annotations

from collections.abc import Collection

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DentId, MethodId
from aid.tailoring.relevance import Relevance
from aid.views.elements import paragraph
from aid.views.shape_fits import fit_account, fit_sources
from aid.views.templating import rendered


def off_table_html(
    catalogue: Catalogue,
    listing: Relevance,
    shown: Collection[MethodId],
    dents: tuple[DentId, ...] = (),
) -> Markup:
    """The methods that are not in the table, by name, each with its reason in view.

    Methods that share a reason stand together, where the first of them would.

    Args:
        catalogue: The content.
        listing: The lists for the reader's scar shapes.
        shown: The methods that are in the table.
        dents: The ticked dents; what sources say of them is the reason. Their sources are one tap
            away.
    """
    off = [listed for listed in listing.methods if listed.method_id not in shown]
    ids = [listed.method_id for listed in off]
    names: dict[Markup, list[str]] = {}  # by reason, which several may share
    for listed in off:
        why = fit_account(catalogue, listed.method_id, dents) if dents else paragraph(listed.reason)
        names.setdefault(why, []).append(catalogue.method_by_id[listed.method_id].name)
    return rendered(
        "off_table",
        words=catalogue.interface.compare,
        count=len(off),
        names=names,
        sources=fit_sources(catalogue, ids, dents) if dents and off else "",
    )
