"""Which methods are listed for the scar shapes a person ticked, and the reason in words.

The list depends on scar shapes alone: everyone who ticks the same shapes sees the same list. It is
a lookup of cited statuses; no method is scored, and "no procedure for now" is always on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import (
    NO_PROCEDURE,
    RELEVANT_STATUSES,
    ListCase,
    MethodId,
    ShapeId,
)
from aid.catalogue.methods import Method


@dataclass(frozen=True)
class Listed:
    """One method with its place on or off the list and the sentences that say why."""

    method_id: MethodId
    relevant: bool
    reasons: tuple[str, ...]

    @property
    def reason(self) -> str:
        """The sentences as one text."""
        return " ".join(self.reasons)


@dataclass(frozen=True)
class Relevance:
    """The list for some shapes: how it came about, and every method in the stated order."""

    case: ListCase
    note: str
    methods: tuple[Listed, ...]

    @property
    def on_list(self) -> tuple[MethodId, ...]:
        """Ids of the methods on the list, in the stated order."""
        return tuple(listed.method_id for listed in self.methods if listed.relevant)

    @property
    def off_list(self) -> tuple[Listed, ...]:
        """The methods off the list, each with its reason, in the stated order."""
        return tuple(listed for listed in self.methods if not listed.relevant)


def case_of(scar_shapes: Sequence[ShapeId]) -> ListCase:
    """Name the case that some ticked shapes fall in. *Not sure* counts as all shapes."""
    if not scar_shapes:
        return "nothing-ticked"
    if "not-sure" in scar_shapes:
        return "not-sure"
    if "raised" in scar_shapes:
        return "raised-only" if len(scar_shapes) == 1 else "shapes-and-raised"
    return "shapes"


def relevance(catalogue: Catalogue, scar_shapes: Sequence[ShapeId]) -> Relevance:
    """Say for every method whether it is listed for some scar shapes, and why.

    Args:
        catalogue: The content.
        scar_shapes: The shapes ticked, any number, in any order.

    Returns:
        All methods in the stated order, each with at least one sentence of reason.
    """
    case = case_of(scar_shapes)
    return Relevance(
        case=case,
        note=catalogue.interface.relevance.note[case],
        methods=tuple(
            _listed(catalogue, method, case, scar_shapes) for method in catalogue.methods
        ),
    )


def _listed(
    catalogue: Catalogue, method: Method, case: ListCase, scar_shapes: Sequence[ShapeId]
) -> Listed:
    words = catalogue.interface.relevance
    if method.id == NO_PROCEDURE:
        return Listed(method.id, relevant=True, reasons=(words.always_listed,))
    if case == "raised-only":
        return Listed(method.id, relevant=False, reasons=(words.about_dents_only,))
    if case in ("nothing-ticked", "not-sure"):
        return Listed(method.id, relevant=True, reasons=(words.no_shape_named,))
    fits = [fit for shape, fit in method.shapes.items() if shape in scar_shapes]
    return Listed(
        method.id,
        relevant=any(fit.status in RELEVANT_STATUSES for fit in fits),
        reasons=tuple(dict.fromkeys(fit.reason for fit in fits)),
    )
