"""What a reader can answer: every answer once, with all that the aid must know about it.

The annotation of a field says which choices there are and in which order they are shown; the
``Choice`` or ``OwnWords`` in it says the rest. The answers file, the screens, the sheet, the
conditions of questions for the doctor and the retired ids are derived from this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from aid.catalogue.ids import ConcernId, HealthId, LeaningId, MethodId, ShapeId

ShapeSourceId = Literal["doctor", "own-guess", "not-sure"]
CauseId = Literal["acne", "chickenpox", "injury-or-surgery", "other", "not-sure"]
BodyPlaceId = Literal["face", "neck", "chest", "back", "arms-or-legs", "elsewhere", "not-sure"]
HowLongId = Literal["under-1-year", "1-to-5-years", "over-5-years", "not-sure"]
DowntimeId = Literal["none", "up-to-3-days", "up-to-7-days", "up-to-14-days", "longer", "not-sure"]
VisitsId = Literal["one", "up-to-3", "up-to-6", "more", "not-sure"]
NeedId = Literal["know-options", "clear-on-what-matters", "enough-support", "feel-sure"]
NEED_IDS: tuple[NeedId, ...] = get_args(NeedId)

MOST_CHARACTERS = 2000
MOST_OWN_QUESTIONS = 12
MOST_TOP_CONCERNS = 3
MOST_COMPARED = 3

ChoiceKind = Literal["one", "several", "ranked"]
AnswerKind = Literal[ChoiceKind, "text", "texts"]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """An answer that is chosen from a list.

    Attributes:
        kind: One choice, several in the aid's order, or several ranked by the reader.
        ids: What its ids are called in ``content/retired.toml``.
        asked: Whether the questionnaire asks for it; the other answers are given on later screens.
        condition: The key under which a question for the doctor may name its choices.
        silent: Choices of such an answer that need bring no question.
        sheet_line: Whether the sheet prints it as a line with a label, from ``sheet.toml``.
    """

    kind: ChoiceKind
    ids: str
    asked: bool = True
    condition: str | None = None
    silent: tuple[str, ...] = ()
    sheet_line: bool = True


@dataclass(frozen=True, kw_only=True)
class OwnWords:
    """An answer that is typed.

    Attributes:
        kind: One text, or several.
        asked: Whether the questionnaire asks for it; the other answers are given on later screens.
        sheet_line: Whether the sheet prints it as a line with a label, from ``sheet.toml``.
    """

    kind: Literal["text", "texts"] = "text"
    asked: bool = True
    sheet_line: bool = True


def answer_key(name: str) -> str:
    """The key of a field in the answers file."""
    return name.replace("_", "-")


def _drawable_unicode(value: object) -> object:
    # A JSON file may hold half of a surrogate pair; such text cannot be written anywhere later.
    if not isinstance(value, str):
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


_Text = Annotated[str, Field(max_length=MOST_CHARACTERS), BeforeValidator(_drawable_unicode)]


class AnswerFields(BaseModel):
    """The fields of an answers file, in the order of the file."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, alias_generator=answer_key, populate_by_name=True
    )

    scar_shapes: Annotated[
        tuple[ShapeId, ...], Choice(kind="several", ids="shape", condition="shapes")
    ] = ()
    shape_source: Annotated[
        ShapeSourceId | None, Choice(kind="one", ids="shape-source", sheet_line=False)
    ] = None
    causes: Annotated[
        tuple[CauseId, ...],
        Choice(
            kind="several", ids="cause", condition="causes", silent=("acne", "other", "not-sure")
        ),
    ] = ()
    body_places: Annotated[
        tuple[BodyPlaceId, ...],
        Choice(kind="several", ids="body-place", condition="places", silent=("face", "not-sure")),
    ] = ()
    how_long: Annotated[HowLongId | None, Choice(kind="one", ids="how-long")] = None
    downtime: Annotated[
        DowntimeId | None, Choice(kind="one", ids="downtime", condition="downtime")
    ] = None
    visits: Annotated[VisitsId | None, Choice(kind="one", ids="visits", condition="visits")] = None
    dates: Annotated[_Text, OwnWords()] = ""
    concerns: Annotated[
        tuple[ConcernId, ...],
        Choice(kind="several", ids="concern", condition="concerns", silent=("not-sure",)),
    ] = ()
    top_concerns: Annotated[
        tuple[ConcernId, ...],
        Field(max_length=MOST_TOP_CONCERNS),
        Choice(kind="ranked", ids="concern"),
    ] = ()
    concern_words: Annotated[_Text, OwnWords()] = ""
    hopes: Annotated[_Text, OwnWords()] = ""
    health: Annotated[
        tuple[HealthId, ...],
        Choice(kind="several", ids="health", condition="health", sheet_line=False),
    ] = ()
    earlier_procedures: Annotated[_Text, OwnWords(sheet_line=False)] = ""
    health_on_sheet: Annotated[
        tuple[HealthId, ...], Choice(kind="several", ids="health", asked=False)
    ] = ()
    compare_methods: Annotated[
        tuple[MethodId, ...],
        Field(max_length=MOST_COMPARED),
        Choice(kind="several", ids="method", asked=False),
    ] = ()
    sheet_methods: Annotated[
        tuple[MethodId, ...], Choice(kind="several", ids="method", asked=False)
    ] = ()
    leaning: Annotated[
        tuple[LeaningId, ...], Choice(kind="several", ids="method", asked=False)
    ] = ()
    needs: Annotated[tuple[NeedId, ...], Choice(kind="several", ids="need", asked=False)] = ()
    kept_questions: Annotated[
        tuple[str, ...] | None, Choice(kind="ranked", ids="question", asked=False)
    ] = None
    own_questions: Annotated[
        tuple[_Text, ...],
        Field(max_length=MOST_OWN_QUESTIONS),
        OwnWords(kind="texts", asked=False),
    ] = ()
    next_steps: Annotated[_Text, OwnWords(asked=False)] = ""
    notes: Annotated[_Text, OwnWords(asked=False)] = ""


@dataclass(frozen=True)
class AnswerField:
    """What is declared about one answer.

    Attributes:
        name: Name of the field.
        key: Key in the answers file; for an answer that is asked, id of the question as well.
        declared: What is declared beside its type.
        choices: Every choice in the aid's order; none for own words and questions for the doctor.
        most: How many entries a list may have, or ``None`` for any number.
    """

    name: str
    key: str
    declared: Choice | OwnWords
    choices: tuple[str, ...]
    most: int | None

    @property
    def kind(self) -> AnswerKind:
        """Whether it is one choice, several, ranked ones, or own words."""
        return self.declared.kind

    @property
    def asked(self) -> bool:
        """Whether the questionnaire asks for it."""
        return self.declared.asked

    @property
    def condition(self) -> str | None:
        """The key under which a question for the doctor may name its choices."""
        return self.declared.condition if isinstance(self.declared, Choice) else None

    @property
    def telling(self) -> tuple[str, ...]:
        """The choices of which each is to bring a question for the doctor."""
        silent = self.declared.silent if isinstance(self.declared, Choice) else ()
        return tuple(choice for choice in self.choices if choice not in silent)


def _fields() -> Iterator[AnswerField]:
    for name, field in AnswerFields.model_fields.items():
        (declared,) = (each for each in field.metadata if isinstance(each, Choice | OwnWords))
        limits = [each.max_length for each in field.metadata if hasattr(each, "max_length")]
        most = limits[0] if limits and declared.kind != "text" else None
        yield AnswerField(name, answer_key(name), declared, _choices(field.annotation), most)


def _choices(annotation: Any) -> tuple[str, ...]:
    if isinstance(annotation, str):
        return (annotation,)
    return tuple(choice for part in get_args(annotation) for choice in _choices(part))


ANSWERS: Mapping[str, AnswerField] = MappingProxyType({field.key: field for field in _fields()})
"""Every answer by its key in the answers file, in the order of the file."""

ASKED: tuple[AnswerField, ...] = tuple(field for field in ANSWERS.values() if field.asked)
"""The answers that the questionnaire asks for."""

FIELD_BY_KEY: Mapping[str, str] = MappingProxyType(
    {key: field.name for key, field in ANSWERS.items()}
)
"""Field names by their key in the answers file, in the order of the file."""

CONDITIONS: Mapping[str, AnswerField] = MappingProxyType(
    {field.condition: field for field in ANSWERS.values() if field.condition}
)
"""The answers that can bring a question for the doctor, by the key of the condition."""


def _by_ids() -> Mapping[str, tuple[AnswerField, ...]]:
    found: dict[str, tuple[AnswerField, ...]] = {}
    for field in ANSWERS.values():
        if isinstance(field.declared, Choice):
            ids = field.declared.ids
            found[ids] = (*found.get(ids, ()), field)
    return MappingProxyType(found)


FIELDS_BY_IDS: Mapping[str, tuple[AnswerField, ...]] = _by_ids()
"""The answers that hold each kind of ids, by the name of the kind in the list of retired ids."""
