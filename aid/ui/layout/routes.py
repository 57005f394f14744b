"""The screens: their order, their addresses, which are in the menu, which are steps."""

from __future__ import annotations

from copy import copy
from functools import cache
from typing import NoReturn

import streamlit as st
from streamlit import Page

from aid.catalogue import pages
from aid.catalogue.addresses import ADDRESS_BY_PATH, ADDRESSES, METHOD, Address
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import START, MethodId, PageId
from aid.home import HOME
from aid.ui import runtime
from aid.ui.session import record

_PAGES_FOLDER = HOME / "pages"


def menu() -> tuple[PageId, ...]:
    """Screens in the menu; the others are reached from these."""
    return pages.in_menu(runtime.catalogue().pages)


def parts(page_id: PageId) -> tuple[PageId, ...]:
    """The screens that are reached from a screen of the menu."""
    return pages.parts_of(runtime.catalogue().pages, page_id)


def steps() -> tuple[PageId, ...]:
    """The questionnaire, in order."""
    return pages.steps(runtime.catalogue().pages)


def page(page_id: PageId) -> Page:
    """One screen, for links to it."""
    return _page(runtime.catalogue(), Address(page_id))


def method_page(method_id: MethodId) -> Page:
    """The page of one method, for links to it."""
    return _page(runtime.catalogue(), Address(METHOD, method_id))


# Made once for a catalogue: making one looks up its file.
@cache
def _page(catalogue: Catalogue, address: Address) -> Page:
    return Page(
        _PAGES_FOLDER / f"{address.page}.py",
        title=address.title(catalogue),
        url_path=address.path or None,
        default=not address.path,
    )


def all_pages() -> list[Page]:
    """Every screen, in journey order, for one run: Streamlit notes on them what it ran."""
    catalogue = runtime.catalogue()
    return [copy(_page(catalogue, address)) for address in ADDRESSES]


def address_of(current: Page) -> Address:
    """Which screen a page is."""
    return ADDRESS_BY_PATH[current.url_path]


def go(page_id: PageId) -> NoReturn:
    """Go to a screen; the action of a button."""
    st.switch_page(page(page_id))


def start_afresh(said: str) -> NoReturn:
    """Forget everything that the reader said and go to the start; the action of a button.

    Args:
        said: What the reader is told there.
    """
    record.clear()
    record.set_notices(said)
    go(START)


def step_before(page_id: PageId) -> PageId:
    """The screen that Back leads to."""
    return pages.step_before(runtime.catalogue().pages, page_id)


def step_after(page_id: PageId) -> PageId:
    """The screen that Continue leads to."""
    return pages.step_after(runtime.catalogue().pages, page_id)


def menu_page(page_id: PageId) -> PageId:
    """The menu's entry for a screen: its own, or that of the part it belongs to."""
    return runtime.catalogue().page_by_id[page_id].part_of or page_id
