"""Words that several screens share: the service, figures, dates, storage of answers, privacy."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from aid.catalogue.base import Entry, Text
from aid.catalogue.gaps import gaps
from aid.catalogue.ids import (
    Audited,
)


class Named(Entry):
    """A name and what it means."""

    name: Text
    meaning: Text


class NumberWords(Entry):
    """The words for numbers from one on, for texts that say how many there are of something."""

    words: Annotated[tuple[Text, ...], Field(min_length=20, max_length=20)]


UnitWords = Annotated[tuple[Text, ...], Field(min_length=1, max_length=6)]
"""A unit after each kind of number that the language tells apart, that of most numbers last.

The order is zero, one, two, few, many, other (the plural categories of Unicode).
"""


class Section(Entry):
    """A heading with paragraphs and, if any, a list.

    ``only_on_screen`` keeps what is not true of paper out of the booklet. ``says_unreviewed`` marks
    what is true until a clinician has reviewed the content.
    """

    title: Text
    text: tuple[Text, ...] = ()
    items: tuple[Text, ...] = ()
    only_on_screen: bool = False
    folded: bool = False
    says_unreviewed: bool = False


class DownloadTexts(Entry):
    """What is said of a file: until it comes, when it comes, and where it does not."""

    making: Text
    again: Text
    failed: Text


class ServiceTexts(Entry):
    """The name of the service and what is on every screen."""

    name: Text
    document_title: Annotated[str, gaps("page", "service")]
    document_title_problem: Annotated[str, gaps("page", "service")]
    skip: Text
    menu_label: Text
    menu: Text
    step: Annotated[str, gaps("number", "count")]
    words_explained: Text
    explained_here: Text
    back: Text
    continue_: Annotated[Text, Field(alias="continue")]
    not_advice: Text
    not_reviewed: Text
    reviewed: Annotated[str, gaps("name")]
    dated: Annotated[str, gaps("date")]
    overdue: Annotated[str, gaps("due")]
    foot: Annotated[str, gaps("date")]
    foot_reviewed: Annotated[str, gaps("name", "date")]
    weigh_link: Text
    unexpected: Text
    line_lost: Text
    late: Text
    script_missing: Text
    busy: Text
    line_back: Text
    redraw: Text
    on_its_way: Text
    no_scripts: Text


class FigureTexts(Entry):
    """How numbers are written, and the parts of a list; ``none`` is said where none was found."""

    listed: Annotated[str, gaps("before", "after")]
    none: Text
    range: Annotated[str, gaps("low", "high", "unit")]
    single: Annotated[str, gaps("low", "unit")]
    x_of_n: Annotated[str, gaps("events", "of", "unit")]
    out_of_100: Annotated[str, gaps("count")]
    who: Annotated[str, gaps("who")]
    follow_up: Annotated[str, gaps("follow_up")]


class BackingTexts(Entry):
    """The evidence behind what a source says."""

    sure: Annotated[str, gaps("name", "kind")]
    people: Annotated[str, gaps("count")]
    followed: Annotated[str, gaps("spans")]
    read: dict[Audited, Text]
    source: Annotated[str, gaps("numbers")]


class KeepTexts(Entry):
    """Where the answers are, and how to save, load and clear them."""

    where: Text
    where_shared: Text
    where_no_copy: Text
    save: Text
    file_name: Text
    load: Text
    load_label: Text
    load_hint: Text
    load_close: Text
    loaded: Text
    loaded_in_part: Annotated[str, gaps("names")]
    loaded_in_part_of_sheet: Text
    loaded_in_part_of_other: Text
    not_loaded: Text
    moved: Annotated[str, gaps("names")]
    split: Annotated[str, gaps("names")]
    left_out: Annotated[str, gaps("names")]
    clear: Text
    clear_question: Text
    clear_yes: Text
    clear_no: Text
    cleared: Text
    finish: Text
    restored: Text
    restored_after_break: Text
    restored_in_part: Text
    nothing_kept: Text
    nothing_kept_shared: Text
    idle_warning: Text
    idle_cleared: Text


class PrivacyTexts(Entry):
    """What happens to answers: short on Start, in full on About, by kind of device."""

    start_title: Text
    start: Annotated[tuple[Text, ...], Field(min_length=1)]
    start_shared: Annotated[tuple[Text, ...], Field(min_length=1)]
    start_no_copy: Annotated[tuple[Text, ...], Field(min_length=1)]
    about_title: Text
    about: Annotated[tuple[Text, ...], Field(min_length=1)]
    about_shared: Annotated[tuple[Text, ...], Field(min_length=1)]


class WeighTexts(Entry):
    """Kind words behind the quiet link. It screens nobody and stores nothing."""

    title: Text
    text: Annotated[tuple[Text, ...], Field(min_length=1)]
    support_lead: Text
