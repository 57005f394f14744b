"""Words that only the booklet or the sign-off paper has."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from aid.catalogue.base import Entry, Text
from aid.catalogue.gaps import gaps
from aid.catalogue.texts.shared import (
    Section,
)


class BookletTexts(Entry):
    """The words that only the booklet has."""

    subtitle: Text
    contents_title: Text
    opening_title: Text
    how_to_use: Section
    your_words: Section
    read_title: Text
    read_items: Annotated[tuple[Text, ...], Field(min_length=1)]
    rows_title: Text
    sources_line: Annotated[str, gaps("numbers")]
    glance_title: Text
    glance_lead: Text
    answers_title: Text
    answers_lead: Text
    fits_title: Text
    fits_lead: Text
    fits_head: Text
    quiz_answers_title: Annotated[str, gaps("title")]
    tell_lead: Text
    bank_title: Text
    bank_lead: Text
    sources_lead: Text
    work: Annotated[str, gaps("kind", "funding", "how")]
    work_without_funding: Annotated[str, gaps("kind", "how")]
    funding_not_seen: Text
    taken_with: Annotated[str, gaps("text", "numbers")]
    taken_elsewhere: Annotated[str, gaps("numbers")]
    footer: Annotated[str, gaps("name", "dated", "reviewed")]


class SignOffTexts(Entry):
    """The words of the paper with which a clinician signs off one method."""

    title: Annotated[str, gaps("name")]
    version: Annotated[str, gaps("version", "read_on")]
    lead: Text
    shapes_title: Text
    facts_title: Text
    in_short: Annotated[str, gaps("text")]
    in_full: Annotated[str, gaps("text")]
    certainty: Annotated[str, gaps("name")]
    figures: Annotated[str, gaps("range")]
    claims: Text
    no_claims: Text
    mark: Text
    sources_title: Text
    sign_title: Text
    name_line: Text
    role_line: Text
    conflicts_line: Text
    date_line: Text
    signature_line: Text
    all_line: Text
