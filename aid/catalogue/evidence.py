"""Sources, and the claims that were read in them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints
from pydantic.json_schema import SkipJsonSchema

from aid.catalogue.base import (
    TRANSLATED,
    UNTRANSLATED,
    Count,
    Entry,
    Id,
    NonEmpty,
    SignedNumber,
    Text,
)
from aid.catalogue.ids import (
    Audited,
    ClaimCertainty,
    SourceKind,
    Unit,
)


class Source(Entry):
    """A work that was read. ``year`` and ``url`` are absent where none was seen."""

    id: Id
    title: Annotated[Text, UNTRANSLATED]
    authors: Annotated[Text, UNTRANSLATED]
    published_in: Annotated[Text, UNTRANSLATED]
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    kind: SourceKind
    funding_or_conflicts: Text
    read_via: Text


class ClaimFigure(Entry):
    """One number as a source states it. Nothing is converted, rounded or worked out."""

    label: NonEmpty
    low: SignedNumber | None = None
    high: SignedNumber | None = None
    events: Count | None = None
    of: Count | None = None
    unit: Unit
    per: Literal["visit", "course"] | None = None
    kind: NonEmpty | None = None
    ci_low: SignedNumber | None = None
    ci_high: SignedNumber | None = None
    group: NonEmpty | None = None
    follow_up: Annotated[NonEmpty, TRANSLATED] | None = None


class Claim(Entry):
    """One fact with the sources it was read in; the first source is the main one.

    ``topic`` is the name of the evidence file. ``methods`` names what the claim compares directly
    (one id where two kinds of one method are compared); their order means nothing.
    """

    id: Id
    topic: SkipJsonSchema[Id]
    attribute: Id
    methods: tuple[Id, ...] = ()
    plain: Text
    detail: NonEmpty
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    where: NonEmpty
    certainty: ClaimCertainty
    note: NonEmpty | None = None
    audited: Audited
    figures: tuple[ClaimFigure, ...] = ()
