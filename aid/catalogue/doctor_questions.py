"""The questions for the doctor, and the answers that bring each of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import StringConstraints, create_model, model_validator
from pydantic.json_schema import SkipJsonSchema

from aid.catalogue.answer_fields import CONDITIONS
from aid.catalogue.base import Entry, Id, Text
from aid.catalogue.gaps import gaps
from aid.catalogue.ids import HealthId, MethodId

METHODS = "methods"
"""The condition on methods: those that the reader chose or compares, which no one answer holds."""

if TYPE_CHECKING:

    class _Conditions(Entry):
        """A field for each answer that has a condition, made from the declarations."""

else:
    _Conditions = create_model(
        "_Conditions",
        __base__=Entry,
        **{key: (tuple[Literal[field.choices], ...], ()) for key, field in CONDITIONS.items()},
    )


class When(_Conditions):
    """When a question for the doctor is asked: always, or by answers.

    Within a key any one id is enough; several keys must all hold. The keys are the answers that are
    declared to have a condition, and ``methods``. A health item makes the question private.
    """

    always: Literal[True] | None = None
    methods: tuple[MethodId, ...] = ()
    health: tuple[HealthId, ...] = ()

    def ids(self, key: str) -> tuple[str, ...]:
        """The ids of one condition, none where it is not given."""
        return self.conditions.get(key, ())

    @cached_property
    def conditions(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of each condition that is given, by its key."""
        found = {key: getattr(self, key) for key in (METHODS, *CONDITIONS)}
        return {key: ids for key, ids in found.items() if ids}

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        if bool(self.always) == bool(self.conditions):
            raise ValueError("give always = true, or the answers that bring the question")
        if self.health and len(self.conditions) > 1:
            raise ValueError(
                "a health condition must be the only one: it keeps the question private"
            )
        return self


class DoctorQuestion(Entry):
    """A question for the doctor. ``printed_why`` is the reason a private question prints."""

    id: Id
    text: Annotated[str, StringConstraints(pattern=r"\?$"), gaps()]
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


class MethodQuestion(DoctorQuestion):
    """A question about one method, from its file, asked when that method is in focus."""

    method: SkipJsonSchema[MethodId]
    group: Id = "method"
    printed_why: SkipJsonSchema[None] = None
    when: SkipJsonSchema[When]

    @model_validator(mode="before")
    @classmethod
    def _of_its_method(cls, value: Any) -> Any:
        if not isinstance(value, dict) or "method" not in value:
            return value
        if "when" in value:
            raise ValueError("the method that brings this question is that of the file: no when")
        return {**value, "when": {"methods": [value["method"]]}}


class QuestionGroup(Entry):
    """A heading of the question bank."""

    id: Id
    name: Text
