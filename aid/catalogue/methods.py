"""The options: their facts, their figures, and what sources say of each scar shape."""

from __future__ import annotations

from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from aid.catalogue.base import Count, Entry, Id, Number, Text
from aid.catalogue.ids import (
    Certainty,
    DentId,
    FactId,
    FactPart,
    FamilyId,
    MethodId,
    ShapeStatus,
    Unit,
)
from aid.catalogue.shown import SHEET, Shown

ICON: Final = "icon-"
"""The beginning of the names of drawings that are icons."""


class Figures(Entry):
    """The main range of a fact. It holds every source that the fact cites."""

    low: Number
    high: Number
    unit: Unit

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low > self.high:
            raise ValueError(f"low ({self.low:g}) is above high ({self.high:g})")
        return self


class MoreFigure(Entry):
    """One further number of a fact, with who was studied and the claim that holds it.

    ``role`` tells a chart what the figure is: a bar of its own in place of the main range, the gap
    between visits, or redness that stays longer than the downtime. ``part`` names the part of a
    method that the figure is about, such as light peels, where parts are charted apart.
    """

    label: Text
    low: Number | None = None
    high: Number | None = None
    events: Count | None = None
    of: Count | None = None
    unit: Unit
    who: Text
    follow_up: Text | None = None
    claim: Id
    part: Text | None = None
    role: Literal["own-bar", "gap-between-visits", "longer-redness"] | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if (self.low is None) != (self.high is None):
            raise ValueError("low and high go together")
        if (self.events is None) != (self.of is None):
            raise ValueError("events and of go together")
        if self.low is None and self.events is None:
            raise ValueError("give low and high, or events and of")
        if self.role and self.low is None:
            raise ValueError("a figure with a role is drawn, so it needs low and high")
        if self.role == "own-bar" and self.part is None:
            raise ValueError("a bar of its own needs the part that it is about")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low ({self.low:g}) is above high ({self.high:g})")
        if self.events is not None and self.of is not None and self.events > self.of:
            raise ValueError(f"events ({self.events}) are more than of ({self.of})")
        return self


class MethodFact(Entry):
    """One fact about one method: a short form, a text, the figures and what they rest on.

    ``short_claims`` are those of the claims that the short form needs: they give the certainty.
    """

    short: Text
    text: Text
    certainty: Certainty
    claims: tuple[Id, ...] = ()
    short_claims: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    figures: Figures | None = None
    more_figures: tuple[MoreFigure, ...] = ()


class ShapeFit(Entry):
    """What sources say of one method and one scar shape. ``reason`` says the status in words."""

    status: ShapeStatus
    reason: Text
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]


_AMONG_OTHERS = Shown("methods", "method", "compare", "sheet", SHEET)
"""What is shown of a method beside the others, and not on its own page alone."""


class Method(Entry):
    """One option, with a status for each dented shape and a cell for each fact."""

    id: MethodId
    name: Annotated[Text, _AMONG_OTHERS]
    family: FamilyId
    summary: Annotated[Text, _AMONG_OTHERS]
    drawing_alt: Annotated[Text, _AMONG_OTHERS]
    shapes: dict[DentId, ShapeFit]
    facts: dict[FactId, MethodFact]


class Fact(Entry):
    """A row of the comparison. ``label`` is the question a reader asks; ``name`` is its short form.

    ``key`` rows are always shown at a glance. ``note`` is beside the row wherever it is shown.
    ``point`` marks the rows that tell good points, and those that tell bad points. ``icon`` is the
    line drawing that stands beside the name: the file ``icon-`` and this name. ``part`` is the
    heading under which the fact stands on a method's own page.
    """

    id: FactId
    icon: Id
    part: FactPart
    name: Text
    label: Text
    key: bool
    note: Text | None = None
    point: Literal["good", "bad"] | None = None
    chart_unit: Unit | None = None
