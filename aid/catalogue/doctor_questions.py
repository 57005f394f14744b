"""The questions for the doctor, and the answers that bring each of them."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator

from aid.catalogue.base import Entry, Id, Text
from aid.catalogue.ids import (
    ConcernId,
    DowntimeId,
    HealthId,
    MethodId,
    ShapeId,
    VisitsId,
)


class When(Entry):
    """When a question for the doctor is asked: always, or by answers.

    Within a key any one id is enough; several keys must all hold.
    """

    always: Literal[True] | None = None
    methods: tuple[MethodId, ...] = ()
    shapes: tuple[ShapeId, ...] = ()
    downtime: tuple[DowntimeId, ...] = ()
    visits: tuple[VisitsId, ...] = ()
    concerns: tuple[ConcernId, ...] = ()
    health: tuple[HealthId, ...] = ()

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        by_answers = any(
            (self.methods, self.shapes, self.downtime, self.visits, self.concerns, self.health)
        )
        if bool(self.always) == by_answers:
            raise ValueError("give always = true, or the answers that bring the question")
        if self.health and any(
            (self.methods, self.shapes, self.downtime, self.visits, self.concerns)
        ):
            raise ValueError("a health condition stands alone, so that its privacy is plain")
        return self


class DoctorQuestion(Entry):
    """A question for the doctor. ``printed_why`` is the reason a private question prints."""

    id: Id
    text: Annotated[str, StringConstraints(pattern=r"\?$")]
    why: Text
    printed_why: Text | None = None
    group: Id
    claims: tuple[Id, ...] = ()
    when: When

    @property
    def private(self) -> bool:
        """Whether a health item brings this question."""
        return bool(self.when.health)

    @model_validator(mode="after")
    def _private_reason(self) -> Self:
        if self.private != (self.printed_why is not None):
            raise ValueError("printed-why is needed with a health condition, and only there")
        return self


class QuestionGroup(Entry):
    """A heading of the question bank."""

    id: Id
    name: Text
