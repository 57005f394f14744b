"""What screens say beside the methods: headings, words explained, tips, notes, the quiz."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from aid.catalogue.base import Entry, Id, Text
from aid.catalogue.ids import (
    FIRST_STEP,
    Certainty,
    LeadingPageId,
    PageId,
)
from aid.catalogue.shown import EVERYWHERE


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


class BesideTip(Entry):
    """A plain statement beside the tips."""

    id: Id
    text: Text
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]


class Finding(Entry):
    """What studies say beside the facts of a method, and where a reader meets it."""

    id: Id
    place: Literal["about", "weigh"]
    text: Text
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]


class Note(Entry):
    """Something a reader may hear of that is not one of the options."""

    id: Id
    title: Text
    text: Text
    certainty: Certainty
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]


class QuizStatement(Entry):
    """A statement of the quiz with its explanation. No score is kept."""

    id: Id
    text: Text
    answer: Literal["true", "false"]
    explanation: Text
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]


class PageText(Entry):
    """The words that every screen has: its menu name, its heading, its main message.

    ``part_of`` is the page of the menu that leads to it; a page without it is in the menu itself.
    """

    id: PageId
    part_of: LeadingPageId | None = None
    menu: Annotated[Text, EVERYWHERE]
    title: Text
    lead: Text


def in_menu(pages: Sequence[PageText]) -> tuple[PageId, ...]:
    """The pages of the menu, in journey order."""
    return tuple(page.id for page in pages if page.part_of is None)


def parts_of(pages: Sequence[PageText], page_id: PageId) -> tuple[PageId, ...]:
    """The pages that belong to a page of the menu, in journey order."""
    return tuple(page.id for page in pages if page.part_of == page_id)


def steps(pages: Sequence[PageText]) -> tuple[PageId, ...]:
    """The pages of the questionnaire, in order."""
    return (FIRST_STEP, *parts_of(pages, FIRST_STEP))


def step_before(pages: Sequence[PageText], page_id: PageId) -> PageId:
    """The page that Back leads to; from the first step, the one before in the menu.

    Raises:
        ValueError: For a page that is not on the way to the sheet.
    """
    journey = _journey(pages)
    return journey[journey.index(page_id) - 1]


def step_after(pages: Sequence[PageText], page_id: PageId) -> PageId:
    """The page that the way on leads to from a step; from the last step, the next in the menu.

    Raises:
        ValueError: For a page that is not on the way to the sheet.
    """
    journey = _journey(pages)
    return journey[journey.index(page_id) + 1]


def _journey(pages: Sequence[PageText]) -> list[PageId]:
    """The menu with all steps in the place of the first, and what is for the sheet before it."""
    around: dict[PageId, tuple[PageId, ...]] = {
        FIRST_STEP: steps(pages),
        "sheet": (*parts_of(pages, "sheet"), "sheet"),
    }
    return [page_id for entry in in_menu(pages) for page_id in around.get(entry, (entry,))]
