"""Words of the About screen."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from aid.catalogue.base import Entry, Text
from aid.catalogue.gaps import gaps
from aid.catalogue.ids import (
    CardStatus,
    SourceKind,
    Standard,
)
from aid.catalogue.texts.shared import (
    Section,
)


class AboutTexts(Entry):
    """Sources, funding, dates, privacy, accessibility."""

    sections: Annotated[tuple[Section, ...], Field(min_length=5)]
    authors_title: Text
    author: Annotated[str, gaps("name", "role")]
    funding_title: Text
    dates_title: Text
    dates: Annotated[str, gaps("version", "read_on", "months")]
    country_title: Text
    licence_title: Text
    licence: Annotated[str, gaps("licence", "url", "code")]
    contact_title: Text
    certainty_title: Text
    certainty_lead: Text
    sources_title: Text
    source_kind: dict[SourceKind, Text]
    funding_said: Annotated[str, gaps("funding")]
    read_via: Annotated[str, gaps("how")]
    used_for: Annotated[str, gaps("places")]
    glossary_title: Text
    letters: Text
    research_title: Text
    reading_title: Text
    reading_lead: Text
    reading_said: Annotated[str, gaps("median", "highest", "claims", "made_with")]
    reading_caption: Text
    reading_place: Text
    reading_first: Text
    reading_second: Text
    reading_as_is: Text
    reading_sheet: Text
    card_title: Text
    card_lead: Annotated[tuple[Text, ...], Field(min_length=1)]
    card_caption: Text
    card_standard: Text
    card_name: dict[Standard, Text]
    card_status: dict[CardStatus, Text]
    card_not_met: Text
    card_open: Annotated[str, gaps("name")]
    card_item: Text
    card_how: Text
    card_why: Text
    card_computed: Text
