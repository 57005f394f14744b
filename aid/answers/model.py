"""What a reader answered: one immutable value.

Nothing is required. An empty value and "not sure" are both full answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from aid.answers.problems import sentences, shown
from aid.catalogue.ids import (
    BODY_PLACE_IDS,
    CAUSE_IDS,
    CONCERN_IDS,
    HEALTH_IDS,
    LEANING_IDS,
    METHOD_IDS,
    NEED_IDS,
    SHAPE_IDS,
    BodyPlaceId,
    CauseId,
    ConcernId,
    DowntimeId,
    HealthId,
    HowLongId,
    LeaningId,
    MethodId,
    NeedId,
    ShapeId,
    ShapeSourceId,
    VisitsId,
)
from aid.errors import AnswersError

MOST_CHARACTERS = 2000
MOST_OWN_QUESTIONS = 12
MOST_TOP_CONCERNS = 3
MOST_COMPARED = 3

EXCLUSIVE: frozenset[str] = frozenset({"none-of-these", "rather-not-say"})
"""Exclusive answers: whoever ticks one ticks none of the others."""


def _drawable_unicode(value: object) -> object:
    # A JSON file may hold half of a surrogate pair; such text cannot be written anywhere later.
    if not isinstance(value, str):
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


OwnWords = Annotated[str, Field(max_length=MOST_CHARACTERS), BeforeValidator(_drawable_unicode)]


ORDERS: Mapping[str, tuple[str, ...]] = {
    "scar_shapes": SHAPE_IDS,
    "causes": CAUSE_IDS,
    "body_places": BODY_PLACE_IDS,
    "concerns": CONCERN_IDS,
    "health": HEALTH_IDS,
    "health_on_sheet": HEALTH_IDS,
    "compare_methods": METHOD_IDS,
    "sheet_methods": METHOD_IDS,
    "leaning": LEANING_IDS,
    "needs": NEED_IDS,
}
"""Lists of ticks, with the order in which each is kept whatever the order of the clicks."""


def key_of(name: str) -> str:
    """The key of a field in the answers file."""
    return name.replace("_", "-")


class Answers(BaseModel):
    """Everything a reader answered. Lists of ticks stand in the aid's order, choices in theirs.

    ``kept_questions`` is ``None`` until the reader changes the list: then the default holds.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, alias_generator=key_of, populate_by_name=True
    )

    scar_shapes: tuple[ShapeId, ...] = ()
    shape_source: ShapeSourceId | None = None
    causes: tuple[CauseId, ...] = ()
    body_places: tuple[BodyPlaceId, ...] = ()
    how_long: HowLongId | None = None
    downtime: DowntimeId | None = None
    visits: VisitsId | None = None
    dates: OwnWords = ""
    concerns: tuple[ConcernId, ...] = ()
    top_concerns: Annotated[tuple[ConcernId, ...], Field(max_length=MOST_TOP_CONCERNS)] = ()
    concern_words: OwnWords = ""
    hopes: OwnWords = ""
    health: tuple[HealthId, ...] = ()
    earlier_procedures: OwnWords = ""
    health_on_sheet: tuple[HealthId, ...] = ()
    compare_methods: Annotated[tuple[MethodId, ...], Field(max_length=MOST_COMPARED)] = ()
    sheet_methods: tuple[MethodId, ...] = ()
    leaning: tuple[LeaningId, ...] = ()
    needs: tuple[NeedId, ...] = ()
    kept_questions: tuple[str, ...] | None = None
    own_questions: Annotated[tuple[OwnWords, ...], Field(max_length=MOST_OWN_QUESTIONS)] = ()
    next_steps: OwnWords = ""
    notes: OwnWords = ""

    @field_validator("*", mode="before")
    @classmethod
    def _list_to_tuple(cls, value: object) -> object:
        return tuple(value) if isinstance(value, list) else value

    @field_validator("*", mode="after")
    @classmethod
    def _once_and_exclusive(cls, value: object, info: ValidationInfo) -> object:
        if not isinstance(value, tuple) or info.field_name == "own_questions":
            return value
        twice = [item for item, times in Counter(value).items() if times > 1]
        if twice:
            raise PydanticCustomError(
                "twice", "“{what}” is there more than once", {"what": shown(twice[0])}
            )
        exclusive = sorted(EXCLUSIVE.intersection(value))
        if exclusive and len(value) > 1:
            raise PydanticCustomError(
                "exclusive", "“{what}” stands alone, without other answers", {"what": exclusive[0]}
            )
        return value

    @field_validator(*ORDERS, mode="after")
    @classmethod
    def _in_order(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        return tuple(sorted(value, key=ORDERS[info.field_name or ""].index))

    @model_validator(mode="after")
    def _top_are_ticked(self) -> Self:
        strangers = [item for item in self.top_concerns if item not in self.concerns]
        if strangers:
            raise PydanticCustomError(
                "top-concerns",
                "“{what}” is a top concern, but it is not among the ticked concerns",
                {"what": strangers[0]},
            )
        return self

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
            raise AnswersError(sentences(error)) from None


def settle_exclusive(before: Iterable[str], picked: Iterable[str]) -> tuple[str, ...]:
    """Settle a list of ticks in which some answers are exclusive.

    Args:
        before: The ticks before the reader's last click.
        picked: The ticks after it.

    Returns:
        Just the new answer if it is exclusive; otherwise ``picked`` without exclusive answers.
    """
    known = set(before)
    ticks = tuple(picked)
    new_exclusive = [item for item in ticks if item in EXCLUSIVE and item not in known]
    if new_exclusive:
        return (new_exclusive[-1],)
    others = tuple(item for item in ticks if item not in EXCLUSIVE)
    return others or ticks[:1]
