"""Which methods are shown, and how that came about."""

from __future__ import annotations

from aid.catalogue.ids import LIST_IDS
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.screens.compare import choice, on_show
from aid.views.elements import disclosure, joined, paragraph


def show_line() -> None:
    """Draw one line on how the list came about."""
    words = runtime.catalogue().interface.compare
    html(paragraph(words.line[on_show.listing().case], "the-list"))


def show() -> None:
    """Draw the choice between the lists."""
    listing, words = on_show.listing(), runtime.catalogue().interface.compare
    if listing.lists:
        choice.show(words.list_title, "listing", listing.lists, _list_name, "comparison")


def _list_name(option: str) -> str:
    listing, names = on_show.listing(), runtime.catalogue().interface.compare.lists
    list_id = next(item for item in LIST_IDS if item == option)
    return names[list_id].format(count=len(listing.held_by(list_id)))


def show_how() -> None:
    """Draw how the list came about and how the table is read, one tap away."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.compare
    said = (on_show.listing().note, words.order, words.same_for_everyone, words.how_to_read)
    html(disclosure(words.list_how, joined(map(paragraph, said))))
