"""What a reader told the aid: one immutable value, and the JSON file it is kept in.

Nothing is required. An empty value and "not sure" are both full answers.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Annotated, Any, Literal, Self

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

from aid.errors import AnswersError
from aid.vocabulary import (
    CONCERN_IDS,
    HEALTH_IDS,
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

FORMAT: Literal["scar-options-answers"] = "scar-options-answers"
VERSION: Literal[1] = 1
MOST_BYTES = 256 * 1024
MOST_CHARACTERS = 2000
MOST_OWN_QUESTIONS = 12
MOST_TOP_CONCERNS = 3
MOST_COMPARED = 3

ALONE: frozenset[str] = frozenset({"none-of-these", "rather-not-say"})
"""Answers that stand alone: ticking one means none of the others."""


def _drawable_unicode(value: object) -> object:
    # A JSON file may hold half of a surrogate pair; such text cannot be written anywhere later.
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


OwnWords = Annotated[str, Field(max_length=MOST_CHARACTERS), BeforeValidator(_drawable_unicode)]


def _key(name: str) -> str:
    return name.replace("_", "-")


class Answers(BaseModel):
    """Everything a reader answered. Lists of ticks stand in the aid's order, choices in theirs.

    ``kept_questions`` is ``None`` until the reader changes the list: then the default holds.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, alias_generator=_key, populate_by_name=True
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
    def _once_and_alone(cls, value: object, info: ValidationInfo) -> object:
        if not isinstance(value, tuple) or info.field_name == "own_questions":
            return value
        twice = sorted({item for item in value if value.count(item) > 1})
        if twice:
            raise PydanticCustomError(
                "twice", "“{what}” is there more than once", {"what": "”, “".join(twice)}
            )
        alone = sorted(ALONE.intersection(value))
        if alone and len(value) > 1:
            raise PydanticCustomError(
                "alone", "“{what}” stands alone, without other answers", {"what": alone[0]}
            )
        return value

    @field_validator("scar_shapes", "concerns", "health", "health_on_sheet", mode="after")
    @classmethod
    def _in_order(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        order = (*SHAPE_IDS, *CONCERN_IDS, *HEALTH_IDS)
        return tuple(sorted(value, key=order.index))

    @model_validator(mode="after")
    def _top_are_ticked(self) -> Self:
        strangers = [item for item in self.top_concerns if item not in self.concerns]
        if strangers:
            raise PydanticCustomError(
                "top-concerns",
                "“{what}” is a top concern, but it is not among the ticked concerns",
                {"what": "”, “".join(strangers)},
            )
        return self

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
            raise AnswersError(_sentences(error)) from None


class AnswersFile(BaseModel):
    """The file that answers are kept in."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, alias_generator=_key, populate_by_name=True
    )

    format: Literal["scar-options-answers"]
    version: Literal[1]
    content_version: str | None = None
    answers: Answers = Answers()


def exclusive(before: Iterable[str], picked: Iterable[str]) -> tuple[str, ...]:
    """Settle a list of ticks in which some answers stand alone.

    Args:
        before: The ticks before the reader's last click.
        picked: The ticks after it.

    Returns:
        Just the new answer if it stands alone; otherwise ``picked`` without those that do.
    """
    known = set(before)
    ticks = tuple(picked)
    new_alone = [item for item in ticks if item in ALONE and item not in known]
    if new_alone:
        return (new_alone[-1],)
    others = tuple(item for item in ticks if item not in ALONE)
    return others or ticks[:1]


def parse_answers(data: bytes, known_questions: Collection[str]) -> Answers:
    """Read an answers file.

    Args:
        data: The bytes of the file.
        known_questions: Ids that ``kept-questions`` may name.

    Returns:
        The answers in it.

    Raises:
        AnswersError: With one plain sentence for each problem: too large, not JSON, foreign, of a
            newer version, an unknown id, a wrong type or a broken rule.
    """
    if len(data) > MOST_BYTES:
        raise AnswersError(
            (f"The file is too large: {len(data):,} bytes. At most {MOST_BYTES:,} can be read.",)
        )
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise AnswersError(
            ("The file is damaged or is not an answers file: it is not readable as JSON.",)
        ) from None
    _refuse_foreign(content)
    try:
        answers = AnswersFile.model_validate(content).answers
    except ValidationError as error:
        raise AnswersError(_sentences(error)) from None
    unknown = [item for item in answers.kept_questions or () if item not in known_questions]
    if unknown:
        raise AnswersError(
            tuple(
                f"answers.kept-questions: “{_shown(item)}” is not a question this aid knows."
                for item in unknown
            )
        )
    return answers


def _refuse_foreign(content: object) -> None:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise AnswersError(
            (f"This is not an answers file of this aid: its “format” is not “{FORMAT}”.",)
        )
    version = content.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise AnswersError(
            (
                f"The file is of version {version}, made by a newer aid. "
                f"This aid reads version {VERSION}.",
            )
        )


def answers_json(answers: Answers, content_version: str) -> str:
    """Write answers as the text of an answers file: every key, always in the same order.

    Args:
        answers: What to keep.
        content_version: Version of the content that the reader saw.
    """
    file = AnswersFile(
        format=FORMAT, version=VERSION, content_version=content_version, answers=answers
    )
    return (
        json.dumps(file.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=2) + "\n"
    )


def example_answers() -> Answers:
    """Answers as a reader might give them, with every kind of key in use."""
    return Answers(
        scar_shapes=("boxcar", "rolling"),
        shape_source="own-guess",
        causes=("acne",),
        body_places=("face",),
        how_long="over-5-years",
        downtime="up-to-7-days",
        visits="up-to-3",
        dates="Nothing in the first two weeks of June.",
        concerns=("pain", "colour-change", "downtime", "cost"),
        top_concerns=("colour-change", "downtime"),
        concern_words="I look after two small children.",
        hopes="That my cheeks look smoother in side light.",
        health=("cold-sores", "darker-skin"),
        health_on_sheet=("cold-sores",),
        compare_methods=("microneedling", "subcision"),
        sheet_methods=("microneedling", "subcision"),
        leaning=("not-sure",),
        needs=("clear-on-what-matters",),
        own_questions=("Can I go back to swimming after it?",),
        notes="My sister comes with me.",
    )


_SENTENCES = {
    "missing": "is missing.",
    "extra_forbidden": "is not a key of an answers file.",
    "string_type": "must be text.",
    "tuple_type": "must be a list.",
    "model_type": "must be an object with keys.",
    "model_attributes_type": "must be an object with keys.",
}


def _shown(value: object) -> str:
    # What somebody put in a file is shown short and on one line, so that no message can be forged.
    text = " ".join(str(value).split())
    text = "".join(char if char.isprintable() else "\ufffd" for char in text)
    return text if len(text) <= 40 else text[:40] + "…"


def _sentences(error: ValidationError) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_sentence(fault) for fault in error.errors()))


def _sentence(fault: Any) -> str:
    where = ".".join(_shown(part) for part in fault["loc"] if not str(part).startswith("literal"))
    kind = fault["type"]
    context = fault.get("ctx", {})
    if kind in _SENTENCES:
        said = _SENTENCES[kind]
    elif kind == "literal_error":
        said = f"“{_shown(fault['input'])}” is not known here. Known: {context['expected']}."
    elif kind == "string_too_long":
        said = (
            f"has {len(fault['input']):,} characters. "
            f"A text may have at most {context['max_length']:,}."
        )
    elif kind == "too_long":
        said = (
            f"has {context['actual_length']} entries. There may be at most {context['max_length']}."
        )
    else:
        said = f"{fault['msg']}."
    return f"{where}: {said}" if where else said


def answers_schema() -> dict[str, Any]:
    """The JSON Schema of an answers file."""
    return AnswersFile.model_json_schema(by_alias=True)


FIELD_BY_KEY: dict[str, str] = {_key(name): name for name in Answers.model_fields}
"""Field names by their key in the answers file, in the order of the file."""

TEXT_FIELDS: tuple[str, ...] = (
    "dates",
    "concern_words",
    "hopes",
    "earlier_procedures",
    "next_steps",
    "notes",
)
"""Fields that hold own words; each is capped at ``MOST_CHARACTERS``."""
