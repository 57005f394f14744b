"""Words that only the reading edition has: its pages to read, without any question."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from aid.catalogue.base import Entry, Text
from aid.catalogue.gaps import gaps
from aid.catalogue.ids import SitePageId


class SitePage(Entry):
    """The words that every page has: its name in the menu, its heading, what it is about."""

    menu: Text
    title: Text
    lead: Text


class SiteTexts(Entry):
    """The words that only the reading edition has."""

    skip: Text
    on_this_page: Text
    condition: Text
    due: Annotated[str, gaps("due")]
    read_title: Text
    aid_title: Text
    aid_text: Text
    aid_link: Text
    booklet_text: Text
    booklet_link: Text
    every_method: Text
    shape_fit: Annotated[str, gaps("word", "reason")]
    words_title: Text
    why_open: Text
    taken: Text
    taken_by: Annotated[str, gaps("authors", "year")]
    letters: Text
    letter: Annotated[str, gaps("letter")]
    letter_lead: Annotated[str, gaps("letter")]
    privacy: Annotated[tuple[Text, ...], Field(min_length=1)]
    page: dict[SitePageId, SitePage]
