"""Every address, as the very first request to a server that nobody has visited yet.

Streamlit can run a page without its frame, or under a notice, when a deep link is the first request
(decision 0001); that is why each address gets a server of its own.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from aid.catalogue import Catalogue
from aid.vocabulary import PAGE_IDS, PageId
from tests.browser.reader import Reader
from tests.conftest import AppServer

pytestmark = pytest.mark.browser

SCREENS: dict[str, PageId] = {
    **{f"/{page_id}": page_id for page_id in PAGE_IDS if page_id != "start"},
    "/": "start",
    "/start": "start",
    "/no-such-screen": "start",
}


@pytest.mark.parametrize(("address", "screen"), SCREENS.items(), ids=lambda part: part)
def test_first_request_of_all(
    address: str,
    screen: PageId,
    fresh_server: AppServer,
    new_page: Callable[..., Page],
    catalogue: Catalogue,
) -> None:
    page = new_page(fresh_server.url)
    reader = Reader(page, catalogue)
    words, title = reader.words.service, catalogue.page_by_id[screen].title

    page.goto(address)
    reader.arrive(screen)

    expect(page).to_have_title(words.document_title.format(page=title, service=words.name))
    expect(page).to_have_url(f"{fresh_server.url}/{'' if screen == 'start' else screen}")
    for item in ("start", "methods", "scars", "compare", "sheet", "about"):
        expect(reader.menu_link(item)).to_be_visible()
    expect(page.get_by_text(words.not_advice)).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_link_to_a_screen_under_an_unknown_folder_leads_to_the_start(
    page: Page, catalogue: Catalogue
) -> None:
    page.goto("/no/such/compare?downtime=none#x")
    Reader(page, catalogue).arrive("start")

    expect(page.get_by_role("dialog")).to_have_count(0)
