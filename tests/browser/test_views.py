"""The screens under a reader's own settings: doubled text, no movement, on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from tests.browser.reader import Reader
from tests.browser.wait import wait_ready
from tests.conftest import AppServer

pytestmark = pytest.mark.browser

SCROLLS_SIDEWAYS = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    return main.scrollWidth > main.clientWidth + 1;
}"""

MOVES_FOR_LONG = """() => document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().iterations === Infinity).length"""


def test_text_of_twice_the_size_needs_no_sideways_scrolling(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    page = new_page(server.url)
    reader = Reader(page, catalogue)
    for screen in reader.tour():
        page.evaluate(
            "document.documentElement.style.setProperty('font-size', '200%', 'important')"
        )
        wait_ready(page)
        assert not page.evaluate(SCROLLS_SIDEWAYS), screen
        expect(reader.heading).to_be_visible()


def test_nothing_keeps_moving_for_readers_who_want_no_movement(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    page = new_page(server.url, reduced_motion="reduce")
    reader = Reader(page, catalogue)
    screens: tuple[PageId, ...] = ("start", "compare", "sheet")
    for screen in screens:
        reader.open(screen)
        assert page.evaluate(MOVES_FOR_LONG) == 0, screen


def test_a_printed_screen_is_black_on_white_without_menu_and_buttons(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    page = new_page(server.url, color_scheme="dark")
    reader = Reader(page, catalogue)
    reader.open("compare")
    menu = page.locator(".st-key-menu")
    expect(menu).to_be_visible()
    page.emulate_media(media="print", color_scheme="dark")
    expect(menu).to_be_hidden()
    expect(reader.button(catalogue.interface.compare.to_sheet)).to_be_hidden()
    expect(reader.heading).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("table.compare tbody th").first).to_have_css(
        "background-color", "rgb(255, 255, 255)"
    )
