"""Studies that compared methods with each other."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from aid.catalogue.base import Entry, Id, Text
from aid.catalogue.ids import ByChance, DentId, Difference, MethodId

Arm = Annotated[tuple[MethodId, ...], Field(min_length=1)]
"""The methods that one group, or one side, of a study had."""


class StudyComparison(Entry):
    """One study, or one part of a pooled study, that compared methods.

    ``arms`` are what was set against each other; none where a study pooled many methods in groups
    that are not those of this aid. ``n`` counts people. What is absent was not shown in what was
    read. Sources and certainty follow from the claims.
    """

    id: Id
    arms: tuple[Arm, ...] = ()
    who: Text
    n: Annotated[int, Field(ge=1)] | None = None
    shapes: tuple[DentId, ...] = ()
    follow_up: Text | None = None
    by_chance: ByChance
    difference: Difference
    text: Text
    harms: Text | None = None
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]

    @property
    def methods(self) -> frozenset[MethodId]:
        """Every method that was compared."""
        return frozenset(method for arm in self.arms for method in arm)

    @model_validator(mode="after")
    def _compares(self) -> Self:
        if len(self.arms) == 1:
            raise ValueError("one group alone compares nothing")
        return self
