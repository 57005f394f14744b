"""What a reader told the aid: one immutable value, and the JSON file it is kept in.

Nothing is required. An empty value and "not sure" are both full answers.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Annotated, Any, Literal, NamedTuple, Self

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

from aid.answers.retired import settle_retired
from aid.catalogue.ids import (
    BODY_PLACE_IDS,
    CAUSE_IDS,
    CONCERN_IDS,
    DOWNTIME_IDS,
    HEALTH_IDS,
    HOW_LONG_IDS,
    LEANING_IDS,
    METHOD_IDS,
    NEED_IDS,
    SHAPE_IDS,
    SHAPE_SOURCE_IDS,
    VISITS_IDS,
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
from aid.catalogue.retired import RetiredId
from aid.errors import AnswersError

FORMAT: Literal["scar-options-answers"] = "scar-options-answers"
VERSION: Literal[1] = 1
MOST_BYTES = 256 * 1024
MOST_CHARACTERS = 2000
MOST_OWN_QUESTIONS = 12
MOST_TOP_CONCERNS = 3
MOST_COMPARED = 3
MOST_SHOWN = 40
"""Characters of somebody's file that a message repeats at most."""

MOST_TOLD = 40
"""Problems of one file that are named at most; after them it is said how many more there are."""

ALONE: frozenset[str] = frozenset({"none-of-these", "rather-not-say"})
"""Answers that stand alone: ticking one means none of the others."""


def _drawable_unicode(value: object) -> object:
    # A JSON file may hold half of a surrogate pair; such text cannot be written anywhere later.
    if not isinstance(value, str):
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


OwnWords = Annotated[str, Field(max_length=MOST_CHARACTERS), BeforeValidator(_drawable_unicode)]


_ORDERS: Mapping[str, tuple[str, ...]] = {
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


def _key(name: str) -> str:
    return name.replace("_", "-")


def _shown(value: object) -> str:
    # What somebody put in a file is shown short and on one line, so that no message can be forged.
    text = str(value)[: MOST_SHOWN + 1]
    text = "".join(char if char.isprintable() else "\ufffd" for char in text)
    return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "…"


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
        twice = [item for item, times in Counter(value).items() if times > 1]
        if twice:
            raise PydanticCustomError(
                "twice", "“{what}” is there more than once", {"what": _shown(twice[0])}
            )
        alone = sorted(ALONE.intersection(value))
        if alone and len(value) > 1:
            raise PydanticCustomError(
                "alone", "“{what}” stands alone, without other answers", {"what": alone[0]}
            )
        return value

    @field_validator(*_ORDERS, mode="after")
    @classmethod
    def _in_order(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        return tuple(sorted(value, key=_ORDERS[info.field_name or ""].index))

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

        Those ticked, but for answers that stand alone. Own words on earlier procedures count as
        ticking that item.
        """
        own_words: set[str] = {"earlier-procedures"} if self.earlier_procedures.strip() else set()
        said = (set(self.health) | own_words) - ALONE
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


class Kept(NamedTuple):
    """Answers that came back from where they were kept.

    Attributes:
        answers: What could be used.
        retired: Retired ids that were met and mapped or left out, in the order of the table.
        whole: Whether all of it could be used, retired ids aside.
    """

    answers: Answers
    retired: tuple[RetiredId, ...] = ()
    whole: bool = True


def load_answers(
    data: bytes, known_questions: Collection[str], retired: Collection[RetiredId]
) -> Kept:
    """Read an answers file.

    Args:
        data: The bytes of the file.
        known_questions: Ids that ``kept-questions`` may name.
        retired: Ids that the content gave up; they are mapped or left out, never refused.

    Returns:
        The answers in it, with the retired ids that were met.

    Raises:
        AnswersError: With one plain sentence for each problem: too large, not JSON, foreign, of a
            newer version, an unknown id, a wrong type or a broken rule.
    """
    if len(data) > MOST_BYTES:
        raise AnswersError(
            (f"The file is too large: more than {MOST_BYTES:,} bytes cannot be read.",)
        )
    try:
        content = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_each_key_once)
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise AnswersError(
            ("The file is damaged or is not an answers file: it is not readable as JSON.",)
        ) from None
    _refuse_foreign(content)
    met: tuple[RetiredId, ...] = ()
    if isinstance(content.get("answers"), dict):
        content["answers"], met = settle_retired(content["answers"], retired)
    try:
        # By the file's own keys only: names of fields are not keys.
        answers = AnswersFile.model_validate(content, by_alias=True, by_name=False).answers
    except ValidationError as error:
        raise AnswersError(_told(_sentences(error))) from None
    unknown = [item for item in answers.kept_questions or () if item not in known_questions]
    if unknown:
        raise AnswersError(
            _told(
                f"answers.kept-questions: “{_shown(item)}” is not a question this aid knows."
                for item in unknown
            )
        )
    return Kept(answers, met)


def salvage_answers(
    text: str, known_questions: Collection[str], retired: Collection[RetiredId]
) -> Kept:
    """Read a copy that a browser kept. What breaks a rule is left out, and nothing is refused.

    Args:
        text: What the browser gave back: the text of an answers file, unless somebody changed it.
        known_questions: Ids that ``kept-questions`` may name.
        retired: Ids that the content gave up; they are mapped or left out.

    Returns:
        Every answer that holds by itself and with the others.
    """
    if len(text) > MOST_BYTES:
        return Kept(Answers(), whole=False)
    try:
        content = json.loads(text, object_pairs_hook=_each_key_once)
        _refuse_foreign(content)
    except (AnswersError, ValueError, RecursionError):
        return Kept(Answers(), whole=False)
    found = content.get("answers")
    if not isinstance(found, dict) or content.get("version") != VERSION:
        return Kept(Answers(), whole=False)
    left, met = settle_retired(found, retired)
    whole = True
    questions = left.get("kept-questions")
    if isinstance(questions, list):
        left["kept-questions"] = [item for item in questions if item in known_questions]
        whole = left["kept-questions"] == questions
    while True:
        try:
            return Kept(Answers.model_validate(left, by_alias=True, by_name=False), met, whole)
        except ValidationError as error:
            whole = False
            _leave_out(left, error)


def _leave_out(answers: dict[str, Any], error: ValidationError) -> None:
    # One entry of a list where the fault names one, else the whole answer. Each call takes
    # something out, so the caller ends.
    entries: dict[str, set[int]] = {}
    for fault in error.errors():
        key, *place = fault["loc"] or ("top-concerns",)
        if place and isinstance(place[0], int) and isinstance(answers.get(str(key)), list):
            entries.setdefault(str(key), set()).add(place[0])
        else:
            answers.pop(str(key), None)
    for key, faulty in entries.items():
        if key in answers:
            answers[key] = [item for at, item in enumerate(answers[key]) if at not in faulty]


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    twice = [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]
    if twice:
        raise AnswersError(_told(f"“{_shown(key)}” is there more than once." for key in twice))
    return dict(pairs)


def _told(problems: Iterable[str]) -> tuple[str, ...]:
    every = tuple(problems)
    more = len(every) - MOST_TOLD
    return every if more <= 0 else (*every[:MOST_TOLD], f"There are {more:,} more problems.")


def _refuse_foreign(content: object) -> None:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise AnswersError(
            (f"This is not an answers file of this aid: its “format” is not “{FORMAT}”.",)
        )
    version = content.get("version")
    if version is True:  # which is 1 to Python, but not to a file
        raise AnswersError((f"version: “true” is not known here. Known: {VERSION}.",))
    if isinstance(version, int) and version > VERSION:
        raise AnswersError(
            (
                f"The file is of version {_shown(version)}, made by a newer aid. "
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


def copy_json(answers: Answers) -> str:
    """Write answers as short as an answers file can be: only what was answered, on one line.

    Returns:
        The text, or an empty one where nothing was answered.
    """
    given = answers.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if not given:
        return ""
    file = {"format": FORMAT, "version": VERSION, "answers": given}
    return json.dumps(file, ensure_ascii=False, separators=(",", ":"))


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


SINGLE_CHOICES: Mapping[str, tuple[str, ...]] = {
    "shape_source": SHAPE_SOURCE_IDS,
    "how_long": HOW_LONG_IDS,
    "downtime": DOWNTIME_IDS,
    "visits": VISITS_IDS,
}
"""Fields that hold one answer, with every answer that they may hold."""

TICK_CHOICES: Mapping[str, tuple[str, ...]] = _ORDERS
"""Fields that hold several answers, with every answer that they may hold, in order."""

QUESTIONNAIRE_FIELDS: tuple[str, ...] = (
    "scar_shapes",
    "shape_source",
    "causes",
    "body_places",
    "how_long",
    "downtime",
    "visits",
    "dates",
    "concerns",
    "top_concerns",
    "concern_words",
    "hopes",
    "health",
    "earlier_procedures",
)
"""Fields that the questionnaire asks for; the others are filled on Compare and on the sheet."""

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
