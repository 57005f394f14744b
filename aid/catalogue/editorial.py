"""What editors keep: wording rules, the report card, the reading level, the manifest."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from aid.catalogue.base import Entry, Id, NonEmpty, Text
from aid.catalogue.files import LANGUAGE
from aid.catalogue.ids import (
    CardStatus,
    FactId,
    MethodId,
    PageId,
    Standard,
)
from aid.catalogue.shown import SHEET, Shown

WordPattern = Annotated[str, StringConstraints(pattern=r"\S")]
"""Words to look for, with ``*`` and the gaps for numbers."""


LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
"""The name of a language without a region, such as ``en``: that of its folder."""


def _known(tag: str) -> str:
    # Imported here, so that the start of the server does not wait for it.
    from babel.core import Locale, UnknownLocaleError

    try:
        Locale.parse(tag, sep="-")
    except UnknownLocaleError:
        raise ValueError(f"{tag} is not a known language, such as en-GB") from None
    return tag


LanguageTag = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"),
    AfterValidator(_known),
]
"""The name of a language as screen readers and word processors know it, such as ``en-GB``."""


class AgreedWords(Entry):
    """Words that checks tell apart in the first language, beside its numbers.

    Attributes:
        small_numbers: Number words that any text may hold, because they often count nothing.
        no_number: Words that count like a number.
        after_a_count: What follows a number word that counts people.
        tell_nothing: Words that a health item and a printed reason may share, in any form.
    """

    small_numbers: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
    no_number: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
    after_a_count: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
    tell_nothing: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]


class WordRule(Entry):
    """Words that the aid does not use. ``unless`` lifts the rule within a sentence.

    ``screen`` keeps the rule to texts that are on this screen alone, ``key`` to texts with such a
    key. A rule that ``names_methods`` forbids the name of every method beside its words.
    """

    id: Id
    name: NonEmpty
    why: NonEmpty
    words: Annotated[tuple[WordPattern, ...], Field(min_length=1)]
    unless: tuple[WordPattern, ...] = ()
    unless_because: NonEmpty | None = None
    screen: PageId | None = None
    key: NonEmpty | None = None
    names_methods: bool = False

    @model_validator(mode="after")
    def _says_why_not(self) -> Self:
        if bool(self.unless) != (self.unless_because is not None):
            raise ValueError("unless and unless-because go together")
        return self


class AllowedPhrase(Entry):
    """A phrase that may hold a word of a rule wherever it is."""

    rule: Id
    phrase: NonEmpty
    reason: NonEmpty


class WordException(Entry):
    """Texts that may hold words of a rule, or of every rule where none is named."""

    key: NonEmpty
    reason: NonEmpty
    rule: Id | None = None


class NumberException(Entry):
    """Numbers, in digits or words, that texts may hold though no claim they cite holds them."""

    key: NonEmpty
    numbers: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
    reason: NonEmpty


class Kind(Entry):
    """Something that short forms of a row may say, recognised by its words."""

    name: NonEmpty
    words: Annotated[tuple[WordPattern, ...], Field(min_length=1)]


class Holds(Entry):
    """Phrases of which each short form of a row holds one, at its end if it ``ends``.

    It is for the methods in ``only``, or for all but those that it is ``not_for``.
    """

    phrases: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
    ends: bool = False
    only: tuple[MethodId, ...] = ()
    not_for: tuple[MethodId, ...] = ()


class AlikeRow(Entry):
    """What the short forms of a row have in common. ``kinds`` are in the order of telling."""

    id: FactId
    kinds: tuple[Kind, ...] = ()
    holds: Annotated[tuple[Holds, ...], Field(min_length=1)]
    never: tuple[WordRule, ...] = ()


class Symmetry(Entry):
    """How short forms of all methods are worded alike, and how many may say they found nothing."""

    most_gaps: Annotated[int, Field(ge=0)]
    row: Annotated[tuple[AlikeRow, ...], Field(min_length=1)]


class ReportItem(Entry):
    """An item of a standard for decision aids, in our words, and how the aid does against it.

    ``said_on_start`` is a phrase that the first screen must hold for the item to be met.
    """

    id: Id
    standard: Standard
    words: Text
    status: CardStatus
    evidence: Text
    said_on_start: NonEmpty | None = None


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

    made_with: NonEmpty
    median: float
    highest: float
    claims_median: float
    place: Annotated[tuple[PlaceGrade, ...], Field(min_length=1)]


class Unavoidable(Entry):
    """Words that no plainer word can replace. The reading level is measured without them."""

    id: Id
    words: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
    reason: NonEmpty


class Author(Entry):
    """Who wrote the content, and that they are no clinician where that is so."""

    name: Text
    role: Text


class Manifest(Entry):
    """What this content is, how old it is and who is responsible for it.

    ``languages`` holds the tag of each language by the name of its folder.
    """

    schema_version: Literal[1]
    evidence_read_on: date
    review_every_months: Annotated[int, Field(ge=1, le=24)]
    checked_by: Literal["none"] | NonEmpty
    languages: dict[LanguageCode, LanguageTag]
    licence: NonEmpty
    licence_url: NonEmpty
    code_licence: NonEmpty
    funding: Annotated[Text, Shown("about", SHEET)]
    country_scope: Annotated[Text, Shown("about")]
    contact: Annotated[Text, Shown("about", SHEET)]
    site_address: Annotated[Text, Shown(SHEET)]
    author: Annotated[tuple[Author, ...], Field(min_length=1), Shown("about")]

    @model_validator(mode="after")
    def _lists_the_first_language(self) -> Self:
        if LANGUAGE not in self.languages:
            raise ValueError(f"languages must list {LANGUAGE}, which is written first")
        return self
