"""Which methods are listed for the scar shapes a person ticked, and the reason in words.

The lists depend on scar shapes alone: everyone who ticks the same shapes sees the same ones. It is
a lookup of cited statuses; no method is scored, and "no procedure for now" is always listed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import (
    DENT_IDS,
    LIST_IDS,
    NO_PROCEDURE,
    SHAPE_IDS,
    DentId,
    ListCase,
    ListId,
    ListSection,
    MethodId,
    ShapeId,
    ShapeStatus,
)
from aid.catalogue.methods import Method, ShapeFit

SECTION_OF_STATUS: Mapping[ShapeStatus, ListSection] = {
    "described": "shapes",
    "described-less": "less",
    "shape-not-named": "other",
    "other-shapes-only": "other",
    "described-not": "other",
}
"""Where a method stands for one ticked dent."""

SECTIONS_OF_LIST: Mapping[ListId, tuple[ListSection, ...]] = {
    "shapes": ("shapes",),
    "less": ("shapes", "less"),
    "all": ("shapes", "less", "other"),
}
"""What each list holds. A section comes before those that are further from the ticked dents."""

LISTS_OFFERED: Mapping[ListCase, tuple[ListId, ...]] = {
    "nothing-ticked": (),
    "not-sure": (),
    "raised-only": ("shapes", "all"),
    "shapes": LIST_IDS,
    "shapes-and-raised": LIST_IDS,
}
"""The lists to choose between; none where every method is listed anyway."""


@dataclass(frozen=True)
class Listed:
    """One method: its section of the lists, and the sentences that say why.

    ``fits`` holds what sources say for each ticked dent, in the order of the shapes.
    """

    method_id: MethodId
    section: ListSection
    reasons: tuple[str, ...]
    fits: Mapping[DentId, ShapeFit]

    @property
    def relevant(self) -> bool:
        """Whether the method is on the list that a reader sees first."""
        return self.section == "shapes"

    @property
    def reason(self) -> str:
        """The sentences as one text."""
        return " ".join(self.reasons)


@dataclass(frozen=True)
class Relevance:
    """The lists for some shapes: how they came about, and every method in the stated order."""

    case: ListCase
    note: str
    methods: tuple[Listed, ...]

    @property
    def on_list(self) -> tuple[MethodId, ...]:
        """Ids of the methods on the list that a reader sees first, in the stated order."""
        return self.held_by("shapes")

    @property
    def off_list(self) -> tuple[Listed, ...]:
        """The methods off that list, each with its reason, in the stated order."""
        return tuple(listed for listed in self.methods if not listed.relevant)

    @property
    def lists(self) -> tuple[ListId, ...]:
        """The lists to choose between, the first one preset."""
        return LISTS_OFFERED[self.case]

    def held_by(self, list_id: ListId) -> tuple[MethodId, ...]:
        """Ids of the methods on one of the lists, in the stated order."""
        sections = SECTIONS_OF_LIST[list_id]
        return tuple(listed.method_id for listed in self.methods if listed.section in sections)


def case_of(scar_shapes: Sequence[ShapeId]) -> ListCase:
    """Name the case that some ticked shapes fall in. *Not sure* counts as all shapes."""
    if not scar_shapes:
        return "nothing-ticked"
    if "not-sure" in scar_shapes:
        return "not-sure"
    if "raised" in scar_shapes:
        return "raised-only" if len(scar_shapes) == 1 else "shapes-and-raised"
    return "shapes"


def ticked_dents(scar_shapes: Sequence[ShapeId]) -> tuple[DentId, ...]:
    """The dents among some ticked shapes, in the order of the shapes."""
    return tuple(dent for dent in DENT_IDS if dent in scar_shapes)


def relevance(catalogue: Catalogue, scar_shapes: Sequence[ShapeId]) -> Relevance:
    """Say for every method on which lists it is for some scar shapes, and why.

    Args:
        catalogue: The content.
        scar_shapes: The shapes ticked, any number, in any order.

    Returns:
        All methods in the stated order, each with at least one sentence of reason.
    """
    return _relevances(catalogue)[case_of(scar_shapes), ticked_dents(scar_shapes)]


# Every click on the comparison needs one. All are there from the first click on, so that what all
# readers share holds nothing of what one of them ticked.
@lru_cache(maxsize=4)
def _relevances(
    catalogue: Catalogue,
) -> Mapping[tuple[ListCase, tuple[DentId, ...]], Relevance]:
    ticked = chain.from_iterable(
        combinations(SHAPE_IDS, size) for size in range(len(SHAPE_IDS) + 1)
    )
    keys = dict.fromkeys((case_of(shapes), ticked_dents(shapes)) for shapes in ticked)
    return {key: _relevance(catalogue, *key) for key in keys}


def _relevance(catalogue: Catalogue, case: ListCase, dents: tuple[DentId, ...]) -> Relevance:
    return Relevance(
        case=case,
        note=catalogue.interface.relevance.note[case],
        methods=tuple(_listed(catalogue, method, case, dents) for method in catalogue.methods),
    )


def _listed(
    catalogue: Catalogue, method: Method, case: ListCase, dents: tuple[DentId, ...]
) -> Listed:
    words = catalogue.interface.relevance
    fits = {dent: method.shapes[dent] for dent in dents if dent in method.shapes}
    if method.id == NO_PROCEDURE:
        return Listed(method.id, "shapes", (words.always_listed,), fits)
    if case == "raised-only":
        return Listed(method.id, "other", (words.about_dents_only,), fits)
    if case in ("nothing-ticked", "not-sure"):
        return Listed(method.id, "shapes", (words.no_shape_named,), fits)
    reasons = tuple(dict.fromkeys(fit.reason for fit in fits.values()))
    return Listed(method.id, _section(fits), reasons, fits)


def _section(fits: Mapping[DentId, ShapeFit]) -> ListSection:
    """The section for several dents: one of them is enough to be on a list."""
    sections = {SECTION_OF_STATUS[fit.status] for fit in fits.values()}
    return next((section for section in SECTIONS_OF_LIST["all"] if section in sections), "other")
