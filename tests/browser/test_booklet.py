"""The booklet on the Methods screen: made when somebody wants it, the same file for everyone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import Paper
from aid.papers.booklet.pdf import booklet_pdf
from tests.browser.wait import wait_ready
from tests.conftest import AppServer

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_it_is_the_file_of_the_command_line(page: Page, catalogue: Catalogue, paper: Paper) -> None:
    words = catalogue.interface.methods
    page.goto("/methods")
    wait_ready(page)
    expect(page.get_by_role("heading", name=words.booklet_title)).to_be_visible()
    expect(page.get_by_text(words.booklet_hint)).to_be_visible()
    label = words.booklet_a4 if paper == "a4" else words.booklet_letter
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    assert download.value.suggested_filename == words.booklet_file.format(paper=paper)
    assert Path(download.value.path()).read_bytes() == booklet_pdf(catalogue, paper)


def test_it_can_be_had_twice_and_by_keyboard(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue
) -> None:
    page = new_page(server.url, viewport=(390, 844))
    page.goto("/methods")
    wait_ready(page)
    button = page.get_by_role("button", name=catalogue.interface.methods.booklet_a4)
    files = []
    for _ in range(2):
        button.focus()
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        files.append(Path(download.value.path()).read_bytes())
    assert files[0] == files[1]
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
