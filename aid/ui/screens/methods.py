"""Facts first: every method as a card, and what else a reader may hear of."""

from __future__ import annotations

from functools import cache

import streamlit as st
from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import FIRST_STEP
from aid.formatting.glossary import page_texts
from aid.ui import runtime
from aid.ui.layout import routes
from aid.ui.layout.html import html
from aid.ui.screens.tips import tips
from aid.ui.session import actions
from aid.views.elements import disclosure, heading, joined, paragraph
from aid.views.glossary import WordsInPlace, meanings
from aid.views.methods import booklet_links, method_card


def show_cards() -> None:
    """Say in which order the methods are, and draw each as a card that leads to its own page."""
    catalogue = runtime.catalogue()
    html(paragraph(catalogue.interface.methods.order, "hint cards-order"))
    with st.container(key="method-cards"):
        for method in catalogue.methods:
            with st.container(key=f"method-card-{method.id}"):
                html(method_card(catalogue, method))
                st.page_link(routes.method_page(method.id), label=method.name)
                html(paragraph(method.summary, "hint"))


def show_more() -> None:
    """Draw what else a reader may hear of, and the tips, each one tap away."""
    html(_more(runtime.catalogue()))


def show_booklet() -> None:
    """Offer the booklet, in both paper sizes."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.methods
    html(heading(2, words.booklet_title) + paragraph(words.booklet_hint) + booklet_links(catalogue))


def show_way_on() -> None:
    """Draw the link to the questions."""
    label = runtime.catalogue().interface.methods.begin
    st.button(label, type="primary", key="begin", **actions.on_click(routes.go, FIRST_STEP))


@cache
def _more(catalogue: Catalogue) -> Markup:
    words = catalogue.interface.methods
    certainty = catalogue.interface.compare.certainty
    explained = WordsInPlace(catalogue)
    notes = joined(
        heading(2, note.title)
        + paragraph(explained(note.text))
        + paragraph(
            certainty.format(name=catalogue.interface.certainty[note.certainty].name), "note"
        )
        for note in catalogue.notes
    )
    return (
        disclosure(words.notes_title, paragraph(words.notes_lead) + notes)
        + disclosure(words.tips_title, tips(catalogue))
        + meanings(catalogue, page_texts(catalogue, "methods"))
    )
