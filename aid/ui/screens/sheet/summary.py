"""What will be printed, in short and in the order of the paper, each part with the way to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import shorten
from typing import Final

import streamlit as st
from markupsafe import Markup

from aid.catalogue.ids import PageId
from aid.formatting.locale import listed
from aid.papers.sheet.content import Line, Sheet, build_sheet
from aid.ui import runtime
from aid.ui.layout import routes
from aid.ui.layout.html import html
from aid.ui.parts import part
from aid.ui.screens.sheet import methods, places
from aid.ui.session import record
from aid.views.elements import heading, joined, jump

_MOST_OF_A_TEXT: Final = 80
"""The most characters of a part that are shown here; the whole is in the preview."""

_BETWEEN: Final = " · "


def show() -> None:
    """Begin a sheet that has no methods yet; draw the summary, and the ways to what else there is.

    What comes from the questions does not change on this screen.
    """
    methods.begin()
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    sheet = build_sheet(catalogue, record.answers(), runtime.today())
    html(Markup('<div class="on-a-low-screen">{}</div>').format(_to_download()))
    with st.container(key="summary", border=True, gap=None):
        html(heading(2, words.summary_title))
        for step, (title, lines) in _answered(sheet).items():
            with st.container(horizontal=True, key=f"group-printed-{step}", gap="xsmall"):
                html(_said(title, _values(lines)))
                st.page_link(routes.page(step), label=words.change)
        _summary()
    with st.container(horizontal=True, key="also", gap="xsmall"):
        for page_id in (*routes.parts("sheet"), "review"):
            st.page_link(routes.page(page_id), label=catalogue.page_by_id[page_id].title)


@part("summary")
def _summary() -> None:
    """What is chosen on this screen."""
    sheet = build_sheet(runtime.catalogue(), record.answers(), runtime.today())
    html(joined(_line(*line) for line in _chosen_here(sheet)))


def _to_download() -> Markup:
    """Where the buttons of the download are not always in view."""
    return jump(places.DOWNLOAD, runtime.catalogue().interface.sheet_page.download_jump)


def _answered(sheet: Sheet) -> Mapping[PageId, tuple[str, tuple[Line, ...]]]:
    """What comes from the questions: by the screen that asks for most of it, title and lines."""
    words = runtime.catalogue().sheet
    return {
        "scars": (words.told_title, sheet.told),
        "priorities": (words.matters_title, sheet.matters),
        "time": (words.time_title, sheet.time),
    }


def _values(lines: Iterable[Line]) -> str:
    unanswered = runtime.catalogue().sheet.not_answered
    said = dict.fromkeys(line.value for line in lines if line.value != unanswered)  # each once
    return _in_short(_BETWEEN.join(said)) or unanswered


def _chosen_here(sheet: Sheet) -> Iterable[tuple[str, str, str]]:
    """What is chosen on this screen: the place of its control, its title, and what is chosen."""
    catalogue, answers = runtime.catalogue(), record.answers()
    words, printed = catalogue.interface.sheet_page, catalogue.sheet
    tell = words.some_of.format(count=len(sheet.tell), all=len(answers.health_said))
    notes = _BETWEEN.join(filter(None, (*sheet.needs, sheet.next_steps, sheet.notes)))
    return (
        (
            places.METHODS,
            printed.methods_title,
            listed(catalogue, sheet.methods) or words.no_methods,
        ),
        (places.LEANING, printed.leaning_title, listed(catalogue, sheet.leaning)),
        (places.TELL, printed.tell_title, tell if answers.health_said else words.nothing_printed),
        (places.QUESTIONS, printed.questions_title, str(len(sheet.questions))),
        (places.NOTES, words.notes_title, _in_short(notes)),
    )


def _line(place: str, title: str, value: str) -> Markup:
    words = runtime.catalogue().interface.sheet_page
    way = jump(place, words.change, unseen=title)
    return Markup('<div class="has-jump">{}{}</div>').format(
        _said(title, value or words.room_to_write), way
    )


def _said(title: str, value: str) -> Markup:
    return Markup('<p class="printed"><span class="group-label">{}</span> {}</p>').format(
        title, value
    )


def _in_short(text: str) -> str:
    return shorten(text, _MOST_OF_A_TEXT, placeholder=" …")
