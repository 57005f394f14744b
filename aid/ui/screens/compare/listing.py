"""Which methods are shown and why; those that are not, each with its reason."""

from __future__ import annotations

from functools import cache

import streamlit as st
from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import MethodId
from aid.formatting.glossary import method_texts, page_texts
from aid.tailoring.relevance import Listed, Relevance
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.screens.compare import choice, on_show
from aid.ui.session import actions, record
from aid.views.elements import bullets, disclosure, paragraph
from aid.views.glossary import words_explained


def show() -> None:
    """Draw the choice between the list and all methods, and how the list came about."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.compare
    html(paragraph(words.order))
    choice.show(words.list_title, "listing", ("listed", "all"), "whole")
    listing, shown = on_show.listing(), on_show.method_ids()
    off = [listed for listed in listing.off_list if listed.method_id not in shown]
    showing = words.showing_listed.format(count=len(shown)) if off else words.showing_all
    html(Markup('<p>{} <span role="status">{}</span></p>').format(listing.note, showing))
    if off:
        _off_list(off)
    html(_how(catalogue, listing) + _explained(catalogue))


def _off_list(off: list[Listed]) -> None:
    catalogue = runtime.catalogue()
    words = catalogue.interface.compare
    # With a key it stays as the reader left it when its title, which counts, changes.
    with st.expander(words.off_list_title.format(count=len(off)), expanded=True, key="off-list"):
        for listed in off:
            name = catalogue.method_by_id[listed.method_id].name
            html(Markup("<p><strong>{}</strong>. {}</p>").format(name, listed.reason))
            st.button(
                words.add.format(name=name),
                key=f"add-{listed.method_id}",
                **actions.on_click(_add, listed.method_id),
            )


def _add(method_id: MethodId) -> None:
    chosen = record.choices()
    chosen.added = (*chosen.added, method_id)


def _how(catalogue: Catalogue, listing: Relevance) -> Markup:
    words = catalogue.interface.compare
    reasons = bullets(
        f"{catalogue.method_by_id[listed.method_id].name}: {listed.reason}"
        for listed in listing.methods
        if listed.relevant
    )
    how = paragraph(words.same_for_everyone) + paragraph(words.why_listed, "label") + reasons
    return disclosure(words.list_how, how)


@cache
def _explained(catalogue: Catalogue) -> Markup:
    texts = [*page_texts(catalogue, "compare")]
    for method in catalogue.methods:
        texts += method_texts(catalogue, method)
    return words_explained(catalogue, catalogue.interface.service.words_explained, texts)
