"""The sheet's screen in a browser: three formats, each by its button, and page 1 in large type."""

import io

import docx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from aid.papers.sheet.formats import SHEET_FORMATS
from tests.browser.wait import wait_ready

pytestmark = pytest.mark.browser


def open_sheet(page):
    page.goto("/sheet")
    wait_ready(page)
    return page


@pytest.mark.parametrize("format_id", SHEET_FORMATS)
def test_each_format_has_a_button_that_gives_it(page, catalogue, format_id):
    open_sheet(page)
    words = catalogue.interface.sheet_page
    button = page.get_by_role("button", name=words.formats[format_id].button, exact=True)
    with page.expect_download() as started:
        button.click()
    assert started.value.suggested_filename == f"{words.file_name}.{format_id}"
    data = started.value.path().read_bytes()
    assert (
        catalogue.sheet.title
        in {
            "pdf": lambda: catalogue.sheet.title if data.startswith(b"%PDF-") else "",
            "docx": lambda: docx.Document(io.BytesIO(data)).core_properties.title,
        }.get(format_id, data.decode)()
    )


def test_what_was_typed_a_moment_before_is_in_the_text(page, catalogue):
    open_sheet(page)
    words = catalogue.interface.sheet_page
    page.get_by_label(words.notes_label, exact=True).fill("My sister comes with me.")
    with page.expect_download() as started:
        page.get_by_role("button", name=words.formats["txt"].button, exact=True).click()
    assert "  My sister comes with me.\n" in started.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [320, 1280])
def test_page_1_in_large_type_stands_alone_and_closes_again(new_page, server, catalogue, width):
    page = open_sheet(new_page(server.url, viewport=(width, 700)))
    words, printed = catalogue.interface.sheet_page, catalogue.sheet
    page.get_by_label(words.notes_label, exact=True).fill("x" * 2001)
    page.get_by_role("button", name=words.large_open).focus()
    expect(page.get_by_role("alert")).to_be_visible()
    wait_ready(page)
    page.get_by_role("button", name=words.large_open).press("Enter")
    wait_ready(page)
    expect(page.get_by_role("heading", name=printed.title)).to_be_visible()
    expect(page.get_by_role("heading", name=printed.tell_title, exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name=words.questions_title, exact=True)).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(page.get_by_role("button")).to_have_count(1)
    close = page.get_by_role("button", name=words.large_close)
    expect(close).to_be_focused()
    small = page.evaluate(
        """() => [...document.querySelectorAll('.large :is(h1, h2, h3, p, li, dt, dd)')]
            .filter(item => parseFloat(getComputedStyle(item).fontSize) < 20).length"""
    )
    assert small == 0
    assert page.evaluate(
        "document.scrollingElement.scrollWidth <= document.documentElement.clientWidth"
    )
    assert Axe().run(page).violations_count == 0
    page.mouse.wheel(0, 3000)
    expect(close).to_be_in_viewport()
    # What lies behind is not there: for the eye, a search, paper or a screen reader.
    for media in ("print", "screen"):
        page.emulate_media(media=media)
        painted = page.evaluate(
            """() => [...document.querySelectorAll('[data-testid="stMainBlockContainer"] *')]
                .filter(item => !item.closest('.st-key-sheet-large')
                    && !item.querySelector('.st-key-sheet-large')
                    && item.getClientRects().length).length"""
        )
        assert painted == 0, media
    assert words.notes_label not in page.locator("main").aria_snapshot()
    page.keyboard.press("Escape")
    wait_ready(page)
    opener = page.get_by_role("button", name=words.large_open)
    expect(opener).to_be_focused()
    expect(opener).to_be_in_viewport()
    expect(page.get_by_label(words.notes_label, exact=True)).to_have_value("x" * 2001)
