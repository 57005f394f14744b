"""What a reader is asked: shapes, concerns, health items and the questions themselves."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from aid.catalogue.answer_fields import ANSWERS, AnswerKind
from aid.catalogue.base import Entry, Id, Text
from aid.catalogue.ids import EXCLUSIVE, ConcernId, FactId, HealthId, ShapeId


class Shape(Entry):
    """A scar shape as the questionnaire shows it. The first four are dents."""

    id: ShapeId
    name: Text
    label: Text
    text: Text
    drawing_alt: Text
    you_said: Text
    claims: tuple[Id, ...] = ()


class Concern(Entry):
    """Something a reader may care about, and the rows of the comparison that speak of it."""

    id: ConcernId
    label: Text
    hint: Text | None = None
    you_said: Text
    facts: tuple[FactId, ...] = ()


class TradeOff(Entry):
    """What sources say where ``one`` concern and any of the ``others`` pull apart.

    ``facts`` are the rows of the comparison that it is about.
    """

    id: Id
    one: ConcernId
    others: Annotated[tuple[ConcernId, ...], Field(min_length=1)]
    facts: Annotated[tuple[FactId, ...], Field(min_length=1)]
    text: Text
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]


class HealthGroup(Entry):
    """A heading of the health items, under which they open together."""

    id: Id
    name: Text


class HealthItem(Entry):
    """Something a doctor will want to know. It adds a line and questions; it removes no method."""

    id: HealthId
    group: Id | None = None
    label: Text
    why: Text | None = None
    tell: Text | None = None
    fill_in: Text | None = None
    claims: tuple[Id, ...] = ()

    @property
    def exclusive(self) -> bool:
        """Whether whoever ticks it ticks none of the others."""
        return self.id in EXCLUSIVE

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        said = (self.group, self.why, self.tell, self.fill_in)
        if self.exclusive and any(said):
            raise ValueError("an exclusive answer has no group, why, tell or fill-in")
        if not self.exclusive and not all(said):
            raise ValueError("group, why, tell and fill-in are needed")
        return self


class Option(Entry):
    """One answer to a question of the questionnaire."""

    id: Id
    label: Text
    you_said: Text | None = None

    @property
    def exclusive(self) -> bool:
        """Whether whoever chooses it chooses none of the others."""
        return self.id in EXCLUSIVE


def _asked(key: str) -> str:
    if key not in ANSWERS or not ANSWERS[key].asked:
        raise ValueError("is not an answer that is declared in aid/catalogue/answer_fields.py")
    return key


class AskGroup(Entry):
    """A heading under which some questions of a step open together."""

    id: Id
    name: Text


class QuestionnaireItem(Entry):
    """One question of the questionnaire.

    ``id`` is the key in the answers file. ``options_from`` takes the answers from another file.
    """

    id: Annotated[Id, AfterValidator(_asked)]
    step: Literal["scars", "time", "priorities", "health"]
    group: Id | None = None
    label: Text
    name: Text
    why: Text
    hint: Text | None = None
    options_from: Literal["shapes", "concerns", "health"] | None = None
    option: tuple[Option, ...] = ()

    @property
    def kind(self) -> AnswerKind:
        """Whether it asks for one choice, several, ranked ones, or own words."""
        return ANSWERS[self.id].kind

    @property
    def at_most(self) -> int | None:
        """How many choices the reader may make, or ``None`` for any number."""
        return ANSWERS[self.id].most

    @model_validator(mode="after")
    def _has_answers(self) -> Self:
        if self.kind == "text" and (self.option or self.options_from):
            raise ValueError("a question for own words has no options")
        if self.kind != "text" and bool(self.option) == bool(self.options_from):
            raise ValueError("give options, or the file they come from")
        return self
