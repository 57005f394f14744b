"""Words of the smaller screens: Start, Methods, the questionnaire, the review, the quiz."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from aid.catalogue.base import Entry, Text
from aid.catalogue.gaps import gaps
from aid.catalogue.ids import FactPart
from aid.catalogue.texts.shared import (
    Section,
)


class StartTexts(Entry):
    """The first screen."""

    drawing_alt: Text
    decision: Text
    begin: Text
    read_first: Text
    sections: Annotated[tuple[Section, ...], Field(min_length=4)]


class MethodsTexts(Entry):
    """Facts first: all methods as cards, and each on a page of its own with the same headings."""

    order: Text
    parts: dict[FactPart, Text]
    parts_label: Text
    family: Annotated[str, gaps("family")]
    named: Text
    fits_title: Text
    before: Annotated[str, gaps("name")]
    after: Annotated[str, gaps("name")]
    all_methods: Text
    all_facts: Text
    notes_title: Text
    notes_lead: Text
    tips_title: Text
    tips_source: Text
    beside_title: Text
    booklet_title: Text
    booklet_hint: Text
    booklet_a4: Text
    booklet_letter: Text
    booklet_failed: Text
    booklet_file: Annotated[str, gaps("paper")]
    begin: Text


class QuestionnaireTexts(Entry):
    """What the steps of the questionnaire share."""

    why_we_ask: Text
    why_open: Text
    problems_title: Text
    too_many: Annotated[str, gaps("count")]
    too_long: Annotated[str, gaps("count", "most")]
    matters_most: Annotated[str, gaps("concern")]
    to_compare: Text
    group_answers: Annotated[str, gaps("name", "count", "all")]
    group_ticks: Annotated[str, gaps("name", "count", "all")]


class ReviewTexts(Entry):
    """All answers, each with a Change link."""

    change: Annotated[str, gaps("what")]
    no_answer: Text
    nothing_answered: Text


class QuizTexts(Entry):
    """Check what you know."""

    true: Text
    false: Text
    not_sure: Text
    matches: Text
    differs: Text
    unsure: Text
