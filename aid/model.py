"""What a content file may hold: frozen models, strict types, no extra keys, hyphens in keys.

One class for each kind of entry. Shape only: whether entries agree with each other is the work of
``aid.checks``. The JSON Schemas in ``content/schema`` are made from these classes.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from aid.vocabulary import (
    Audited,
    CardStatus,
    Certainty,
    ClaimCertainty,
    ConcernId,
    DentId,
    DowntimeId,
    FactId,
    FamilyId,
    HealthId,
    MethodId,
    PageId,
    ShapeId,
    ShapeStatus,
    SourceKind,
    Standard,
    Unit,
    VisitsId,
)

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=False, pattern=r"\S")]
Number = Annotated[float, Field(ge=0, allow_inf_nan=False)]
SignedNumber = Annotated[float, Field(allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0)]


def _key(name: str) -> str:
    return name.replace("_", "-")


class Entry(BaseModel):
    """A piece of content: immutable, closed, no type turned into another, keys with hyphens."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, alias_generator=_key, populate_by_name=True
    )

    @model_validator(mode="before")
    @classmethod
    def _lists_as_tuples(cls, value: object) -> object:
        # The one type that a file cannot write: TOML has lists, and an entry cannot change.
        if not isinstance(value, dict):
            return value
        return {key: tuple(part) if isinstance(part, list) else part for key, part in value.items()}


class Source(Entry):
    """A work that was read. ``year`` and ``url`` are absent where none was seen."""

    id: Id
    title: Text
    authors: Text
    published_in: Text
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    kind: SourceKind
    funding_or_conflicts: Text
    read_via: Text


class ClaimFigure(Entry):
    """One number as a source states it. Nothing is converted, rounded or worked out."""

    label: Text
    low: SignedNumber | None = None
    high: SignedNumber | None = None
    events: Count | None = None
    of: Count | None = None
    unit: Unit
    per: Literal["visit", "course"] | None = None
    kind: Text | None = None
    ci_low: SignedNumber | None = None
    ci_high: SignedNumber | None = None
    group: Text | None = None
    follow_up: Text | None = None


class Claim(Entry):
    """One fact with the sources it was read in; the first source is the main one.

    ``topic`` is the name of the evidence file.
    """

    id: Id
    topic: Id
    attribute: Id
    plain: Text
    detail: Text
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    where: Text
    certainty: ClaimCertainty
    note: Text | None = None
    audited: Audited
    figures: tuple[ClaimFigure, ...] = ()


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


class Cell(Entry):
    """One fact about one method: a short form, a text, the figures and what they rest on."""

    short: Text
    text: Text
    certainty: Certainty
    claims: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    figures: Figures | None = None
    more_figures: tuple[MoreFigure, ...] = ()


class ShapeFit(Entry):
    """What sources say of one method and one scar shape. ``reason`` says the status in words."""

    status: ShapeStatus
    reason: Text
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]


class Method(Entry):
    """One option, with a status for each dented shape and a cell for each fact."""

    id: MethodId
    name: Text
    family: FamilyId
    summary: Text
    drawing_alt: Text
    shapes: dict[DentId, ShapeFit]
    facts: dict[FactId, Cell]


class Fact(Entry):
    """A row of the comparison. ``label`` is the question a reader asks; ``name`` is its short form.

    ``key`` rows are always shown at a glance. ``note`` stands with the row wherever it is shown.
    ``point`` marks the rows that tell good points, and those that tell bad points.
    """

    id: FactId
    name: Text
    label: Text
    key: bool
    note: Text | None = None
    point: Literal["good", "bad"] | None = None
    chart_unit: Unit | None = None


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
    alone: bool = False


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


class HealthItem(Entry):
    """Something a doctor will want to know. It adds a line and questions; it removes no method."""

    id: HealthId
    label: Text
    why: Text | None = None
    tell: Text | None = None
    fill_in: Text | None = None
    claims: tuple[Id, ...] = ()
    alone: bool = False

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        said = (self.why, self.tell, self.fill_in)
        if self.alone and any(said):
            raise ValueError("an answer that stands alone has no why, tell or fill-in")
        if not self.alone and not all(said):
            raise ValueError("why, tell and fill-in are needed")
        return self


class Option(Entry):
    """One answer to a question of the questionnaire."""

    id: Id
    label: Text
    you_said: Text | None = None
    alone: bool = False


class Ask(Entry):
    """One question of the questionnaire.

    ``id`` is the key in the answers file. ``options_from`` takes the answers from another file.
    """

    id: Id
    step: Literal["scars", "time", "priorities", "health"]
    kind: Literal["one", "several", "text"]
    label: Text
    name: Text
    why: Text
    hint: Text | None = None
    at_most: Annotated[int, Field(ge=1)] | None = None
    options_from: Literal["shapes", "concerns", "health"] | None = None
    option: tuple[Option, ...] = ()

    @model_validator(mode="after")
    def _has_answers(self) -> Self:
        if self.kind == "text" and (self.option or self.options_from):
            raise ValueError("a question for own words has no options")
        if self.kind != "text" and bool(self.option) == bool(self.options_from):
            raise ValueError("give options, or the file they come from")
        return self


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


class BankQuestion(Entry):
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


class Term(Entry):
    """A jargon word in plain words. ``also`` lists the other forms a reader meets."""

    id: Id
    term: Text
    also: tuple[Text, ...] = ()
    text: Text
    claims: tuple[Id, ...] = ()


class Tip(Entry):
    """A tip of the project's source text, in our words. Not graded."""

    id: Id
    title: Text
    text: Text
    claims: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()


class Beside(Entry):
    """A plain statement that stands beside the tips."""

    id: Id
    text: Text
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]


class Note(Entry):
    """Something a reader may hear of that is not one of the options."""

    id: Id
    title: Text
    text: Text
    certainty: Certainty
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]


class Statement(Entry):
    """A statement of the quiz with its explanation. No score is kept."""

    id: Id
    text: Text
    answer: Literal["true", "false"]
    explanation: Text
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]


class WordRule(Entry):
    """Words that the aid does not use. ``unless`` lifts the rule within a sentence."""

    id: Id
    name: Text
    why: Text
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    unless: tuple[Text, ...] = ()
    unless_because: Text | None = None

    @model_validator(mode="after")
    def _says_why_not(self) -> Self:
        if bool(self.unless) != (self.unless_because is not None):
            raise ValueError("unless and unless-because go together")
        return self


class AllowedPhrase(Entry):
    """A phrase that may hold a word of a rule wherever it stands."""

    rule: Id
    phrase: Text
    reason: Text


class WordException(Entry):
    """Texts that may hold words of a rule, or of every rule where none is named."""

    key: Text
    reason: Text
    rule: Id | None = None


class ReportItem(Entry):
    """An item of a standard for decision aids, in our words, and how the aid does against it."""

    id: Id
    standard: Standard
    words: Text
    status: CardStatus
    evidence: Text


class PlaceGrade(Entry):
    """School grades of all texts of one screen or of the sheet, by two formulas.

    ``as_written`` is the first formula with no name taken out.
    """

    id: Id
    flesch_kincaid: float
    automated_readability: float
    as_written: float


class Readability(Entry):
    """The reading level, as ``python -m aid readability`` worked it out. Grades are school years.

    ``median`` and ``highest`` are of single texts, ``claims_median`` of what sources say.
    """

    made_with: Text
    median: float
    highest: float
    claims_median: float
    place: Annotated[tuple[PlaceGrade, ...], Field(min_length=1)]


class Unavoidable(Entry):
    """Words that no plainer word can stand for. The reading level is told without them."""

    id: Id
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    reason: Text


class Author(Entry):
    """Who wrote the content, and that they are no clinician where that is so."""

    name: Text
    role: Text


class Manifest(Entry):
    """What this content is, how old it is and who stands behind it."""

    schema_version: Literal[1]
    content_version: date
    evidence_read_on: date
    review_every_months: Annotated[int, Field(ge=1, le=24)]
    checked_by: Literal["none"] | Text
    licence: Text
    licence_url: Text
    code_licence: Text
    funding: Text
    country_scope: Text
    site_address: Text
    contact: Text
    author: Annotated[tuple[Author, ...], Field(min_length=1)]


RetiredKind = Literal[
    "shape",
    "shape-source",
    "cause",
    "body-place",
    "how-long",
    "downtime",
    "visits",
    "concern",
    "health",
    "method",
    "need",
    "question",
]


class Retired(Entry):
    """An id that the content gave up: what it was called, and what took its place, if anything."""

    id: Id
    kind: RetiredKind
    name: Text
    to: Id | None = None


class PageText(Entry):
    """The words that every screen has: its menu name, its heading, its main message."""

    id: PageId
    menu: Text
    title: Text
    lead: Text
