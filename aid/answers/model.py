"""What a reader answered: one immutable value.

Nothing is required. An empty value and "not sure" are both full answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Self

from pydantic import ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError, PydanticKnownError

from aid.answers.problems import problems_in, shown
from aid.catalogue.answer_fields import ANSWERS, AnswerField, AnswerFields
from aid.catalogue.ids import EXCLUSIVE, HEALTH_IDS, HealthId
from aid.errors import AnswersError

MOST_LISTED = 500
"""No list of answers is this long. A longer one is refused unread: reading it could take long."""

_ORDERS = {field.name: field.choices for field in ANSWERS.values() if field.kind == "several"}


class Answers(AnswerFields):
    """Everything a reader answered. Lists of ticks are in the aid's order, choices in theirs.

    ``kept_questions`` is ``None`` until the reader changes the list: then the default holds.
    """

    @field_validator("*", mode="before")
    @classmethod
    def _list_to_tuple(cls, value: object) -> object:
        if not isinstance(value, list):
            return value
        if len(value) > MOST_LISTED:
            said = {"field_type": "Tuple", "max_length": MOST_LISTED, "actual_length": len(value)}
            raise PydanticKnownError("too_long", said)
        return tuple(value)

    @field_validator("*", mode="after")
    @classmethod
    def _once_and_exclusive(cls, value: object, info: ValidationInfo) -> object:
        if not isinstance(value, tuple) or info.field_name == "own_questions":
            return value
        twice = [item for item, times in Counter(value).items() if times > 1]
        if twice:
            raise PydanticCustomError("choice_twice", "choice_twice", {"what": shown(twice[0])})
        exclusive = sorted(EXCLUSIVE.intersection(value))
        if exclusive and len(value) > 1:
            raise PydanticCustomError("exclusive", "exclusive", {"what": exclusive[0]})
        return value

    @field_validator(*_ORDERS, mode="after")
    @classmethod
    def _in_order(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        return tuple(sorted(value, key=_ORDERS[info.field_name or ""].index))

    @model_validator(mode="after")
    def _top_are_ticked(self) -> Self:
        strangers = [item for item in self.top_concerns if item not in self.concerns]
        if strangers:
            raise PydanticCustomError("top_not_ticked", "top_not_ticked", {"what": strangers[0]})
        return self

    def chosen(self, field: AnswerField) -> tuple[str, ...]:
        """What the reader chose for one answer: none, one or several ids."""
        value = getattr(self, field.name)
        return value if isinstance(value, tuple) else (value,) if value else ()

    @property
    def health_said(self) -> tuple[HealthId, ...]:
        """The health items a person may want to tell, in the aid's order.

        Those ticked, but for exclusive answers. Own words on earlier procedures count as
        ticking that item.
        """
        own_words: set[str] = {"earlier-procedures"} if self.earlier_procedures.strip() else set()
        said = (set(self.health) | own_words) - EXCLUSIVE
        return tuple(item for item in HEALTH_IDS if item in said)

    def with_values(self, **values: object) -> Self:
        """A copy with some answers replaced.

        Top concerns that are no longer ticked are dropped with their tick.

        Args:
            values: New values by field name.

        Raises:
            AnswersError: A value breaks a rule.
        """
        changed = {**{name: getattr(self, name) for name in type(self).model_fields}, **values}
        ticked = changed["concerns"]
        if "concerns" in values and isinstance(ticked, Collection):
            changed["top_concerns"] = tuple(
                item for item in changed["top_concerns"] if item in ticked
            )
        try:
            return type(self).model_validate(changed)
        except ValidationError as error:
            raise AnswersError(problems_in(error)) from None
