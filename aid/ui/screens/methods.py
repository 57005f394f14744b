"""Facts first: every method under the same headings, the notes and the tips."""

from __future__ import annotations

from functools import cache
from html import escape

import streamlit as st

from aid.markup import heading, paragraph
from aid.tables import method_account
from aid.ui import library, routes


def render() -> None:
    """Draw the methods."""
    words = library.catalogue().interface.methods
    st.html(paragraph(words.order) + paragraph(words.same_headings))
    st.html(_accounts())
    st.html(_notes())
    st.html(tips(2))
    if st.button(words.begin, type="primary", key="begin"):
        st.switch_page(routes.page("scars"))


@cache
def _accounts() -> str:
    catalogue = library.catalogue()
    return "".join(method_account(catalogue, method) for method in catalogue.methods)


@cache
def _notes() -> str:
    catalogue = library.catalogue()
    words = catalogue.interface.methods
    certainty = catalogue.interface.compare.certainty
    inner = "".join(
        heading(3, note.title)
        + paragraph(note.text)
        + paragraph(
            certainty.format(name=catalogue.interface.certainty[note.certainty].name), "note"
        )
        for note in catalogue.notes
    )
    return heading(2, words.notes_title) + paragraph(words.notes_lead) + inner


@cache
def tips(level: int) -> str:
    """The four tips of the source text, and what stands beside them."""
    catalogue = library.catalogue()
    words = catalogue.interface.methods
    items = "".join(
        f"<li><strong>{escape(tip.title)}</strong> {escape(tip.text)}</li>"
        for tip in catalogue.tips
    )
    beside = "".join(paragraph(item.text) for item in catalogue.beside_tips)
    return (
        heading(level, words.tips_title)
        + f"<ol>{items}</ol>"
        + paragraph(words.tips_source, "note")
        + heading(level + 1, words.beside_title)
        + beside
    )
