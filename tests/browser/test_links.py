"""Links to screens behave as on any web page: what is held down with the click counts."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from tests.browser.reader import Reader
from tests.browser.wait import wait_ready

pytestmark = pytest.mark.browser


def links(reader: Reader) -> dict[str, Locator]:
    """A link of the menu, one beside an answer, and one of the screen's own, by their addresses."""
    words, page = reader.words.sheet_page, reader.page
    title = reader.catalogue.page_by_id["health"].title
    return {
        "/methods": reader.menu_link("methods"),
        "/": reader.menu_link("start"),
        "/scars": page.locator(".st-key-group-printed-scars").get_by_role(
            "link", name=words.change
        ),
        "/health": page.get_by_role("link", name=title, exact=True),
    }


@pytest.mark.parametrize("held", ["Control", "Shift", "middle"])
def test_a_click_that_asks_for_another_tab_leaves_this_one_as_it_is(
    page: Page, catalogue: Catalogue, held: Literal["Control", "Shift", "middle"]
) -> None:
    reader = Reader(page, catalogue)
    reader.open("sheet")
    reader.write(reader.box(reader.words.sheet_page.notes_label), "Ask my sister.")
    for address, link in links(reader).items():
        with page.context.expect_page() as opened:
            if held == "middle":
                link.click(button="middle")
            else:
                link.click(modifiers=[held])
        other = opened.value
        wait_ready(other)
        assert other.evaluate("location.pathname") == address
        other.close()
        reader.settle()
        assert page.evaluate("location.pathname") == "/sheet"
        expect(reader.heading).to_have_text(catalogue.page_by_id["sheet"].title)
        expect(reader.box(reader.words.sheet_page.notes_label)).to_have_value("Ask my sister.")


def test_a_plain_click_stays_in_this_tab(page: Page, catalogue: Catalogue) -> None:
    reader = Reader(page, catalogue)
    screens: tuple[PageId, ...] = ("scars", "priorities", "time")
    for screen in screens:
        reader.open("sheet")
        part = page.locator(f".st-key-group-printed-{screen}")
        part.get_by_role("link", name=reader.words.sheet_page.change).click()
        reader.arrive(screen)
    assert len(page.context.pages) == 1
