"""Facts first: every method under the same headings, the notes and the tips."""

from __future__ import annotations

from functools import cache, partial

import streamlit as st
from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import FIRST_STEP, Paper
from aid.formatting.glossary import page_texts
from aid.ui import runtime
from aid.ui.layout import routes
from aid.ui.layout.html import html
from aid.ui.session import actions
from aid.views.comparison import method_account
from aid.views.elements import heading, joined, paragraph
from aid.views.glossary import words_explained


def show_lead() -> None:
    """Say in which order the methods are, and that all have the same headings."""
    words = runtime.catalogue().interface.methods
    html(paragraph(words.order) + paragraph(words.same_headings))


def show_accounts() -> None:
    """Draw every method."""
    html(_accounts(runtime.catalogue()))


def show_notes() -> None:
    """Draw the notes on what else a reader may hear of, with their hard words explained."""
    html(_notes(runtime.catalogue()))


def show_booklet() -> None:
    """Offer the booklet, in both paper sizes."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.methods
    html(heading(2, words.booklet_title) + paragraph(words.booklet_hint))
    labels: dict[Paper, str] = {"a4": words.booklet_a4, "letter": words.booklet_letter}
    with st.container(horizontal=True, key="booklet"):
        for paper, label in labels.items():
            # A function in place of the file: nothing is made before somebody wants it.
            st.download_button(
                label,
                partial(booklet_file, catalogue, paper),
                file_name=words.booklet_file.format(paper=paper),
                mime="application/pdf",
                on_click="ignore",
                key=f"booklet-{paper}",
            )


def show_way_on() -> None:
    """Draw the way to the questions."""
    label = runtime.catalogue().interface.methods.begin
    st.button(label, type="primary", key="begin", **actions.on_click(routes.go, FIRST_STEP))


@cache
def booklet_file(catalogue: Catalogue, paper: Paper) -> bytes:
    """The booklet: it holds no answers, so one for each paper size serves every reader."""
    from aid.papers.booklet.pdf import booklet_pdf

    return booklet_pdf(catalogue, paper)


@cache
def _accounts(catalogue: Catalogue) -> Markup:
    return joined(method_account(catalogue, method) for method in catalogue.methods)


@cache
def _notes(catalogue: Catalogue) -> Markup:
    words = catalogue.interface.methods
    certainty = catalogue.interface.compare.certainty
    inner = joined(
        heading(3, note.title)
        + paragraph(note.text)
        + paragraph(
            certainty.format(name=catalogue.interface.certainty[note.certainty].name), "note"
        )
        for note in catalogue.notes
    )
    explained = words_explained(
        catalogue,
        catalogue.interface.service.words_explained,
        page_texts(catalogue, "methods"),
    )
    return heading(2, words.notes_title) + paragraph(words.notes_lead) + explained + inner
