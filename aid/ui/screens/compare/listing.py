"""Which methods are shown, and how that came about."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import LIST_IDS
from aid.formatting.glossary import method_texts, page_texts
from aid.tailoring.relevance import Relevance
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.screens.compare import choice, on_show
from aid.views.elements import paragraph
from aid.views.glossary import words_explained


def show() -> None:
    """Draw the choice between the lists, and how they came about."""
    catalogue, listing = runtime.catalogue(), on_show.listing()
    words = catalogue.interface.compare
    html(paragraph(words.order))
    if listing.lists:
        choice.show(words.list_title, "listing", listing.lists, _list_name, "whole")
    html(_how(catalogue, listing) + _explained(catalogue))


def _list_name(option: str) -> str:
    listing, names = on_show.listing(), runtime.catalogue().interface.compare.lists
    list_id = next(item for item in LIST_IDS if item == option)
    return names[list_id].format(count=len(listing.held_by(list_id)))


def _how(catalogue: Catalogue, listing: Relevance) -> Markup:
    words, count = catalogue.interface.compare, len(on_show.method_ids())
    is_whole = count == len(catalogue.methods)
    showing = words.showing_all if is_whole else words.showing_listed.format(count=count)
    how = Markup('<p>{} <span role="status">{}</span></p>').format(listing.note, showing)
    how += paragraph(words.same_for_everyone, "note")
    return how + paragraph(words.not_named, "note") if on_show.dents() else how


@cache
def _explained(catalogue: Catalogue) -> Markup:
    texts = [*page_texts(catalogue, "compare")]
    for method in catalogue.methods:
        texts += method_texts(catalogue, method)
    return words_explained(catalogue, catalogue.interface.service.words_explained, texts)
