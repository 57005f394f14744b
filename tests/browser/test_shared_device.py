"""A device that people use one after the other keeps nothing; and what else a host can set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.texts.shared import KeepTexts
from tests.browser.reader import Reader
from tests.browser.wait import wait_ready
from tests.conftest import AppServer, running_app

pytestmark = pytest.mark.browser

HOST = {
    "SHARED_DEVICE": "on",
    "SITE_NAME": "Northside <Library>",
    "CONTACT_LINE": "Run by Northside Library & friends, desk 2.",
    "SUPPORT_LINES": "Helpline: 000 000, day and night | Text line: 111",
}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    with running_app(tmp_path_factory.mktemp("shared") / "log.txt", settings=HOST) as app:
        yield app


@pytest.fixture
def words(catalogue: Catalogue) -> KeepTexts:
    return catalogue.interface.keep


@pytest.fixture
def reader(new_page: Callable[..., Page], shared: AppServer) -> Page:
    """A reader's page with a clock that can be put forward."""
    page = new_page(shared.url)
    page.clock.install()
    return page


def go(page: Page, address: str) -> None:
    page.goto(address)
    wait_ready(page)


def answer_something(page: Page, catalogue: Catalogue) -> None:
    go(page, "/scars")
    page.get_by_role("checkbox", name=catalogue.shape_by_id["boxcar"].label).check(force=True)
    wait_ready(page)


def expect_cleared(page: Page, catalogue: Catalogue) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(catalogue.page_by_id["start"].title)
    page.get_by_role("link", name=catalogue.page_by_id["scars"].menu).first.click()
    wait_ready(page)
    box = page.get_by_role("checkbox", name=catalogue.shape_by_id["boxcar"].label)
    expect(box).not_to_be_checked()


def test_the_browser_keeps_no_copy_and_a_left_over_one_goes(
    new_page: Callable[..., Page], shared: AppServer, catalogue: Catalogue, words: KeepTexts
) -> None:
    reader = new_page(shared.url)  # whose clock is its own: it knows a reload by it
    go(reader, "/")
    reader.evaluate("sessionStorage.setItem('scar-options-answers', 'left over')")
    answer_something(reader, catalogue)
    assert reader.evaluate("() => JSON.stringify(sessionStorage)") == "{}"
    assert "boxcar" not in reader.evaluate("() => JSON.stringify(localStorage)")
    reader.reload()
    wait_ready(reader)
    expect(reader.get_by_text(words.nothing_kept_shared)).to_be_visible()
    box = reader.get_by_role("checkbox", name=catalogue.shape_by_id["boxcar"].label)
    expect(box).not_to_be_checked()


def test_every_screen_has_finish_and_clear_before_its_heading(
    reader: Page, catalogue: Catalogue, words: KeepTexts
) -> None:
    for screen in Reader(reader, catalogue).tour():
        finish = reader.get_by_role("button", name=words.finish, exact=True)
        top, heading = (
            finish.bounding_box(),
            reader.get_by_role("heading", level=1).bounding_box(),
        )
        assert top is not None
        assert heading is not None
        assert top["y"] < heading["y"] < 900, screen
    go(reader, "/keep")
    expect(reader.get_by_text(words.where_shared)).to_be_visible()


def test_finish_and_clear_forgets_everything(
    reader: Page, catalogue: Catalogue, words: KeepTexts
) -> None:
    answer_something(reader, catalogue)
    reader.get_by_role("button", name=words.finish, exact=True).click()
    wait_ready(reader)
    expect(reader.get_by_role("status").filter(has_text=words.cleared)).to_be_visible()
    expect_cleared(reader, catalogue)


def test_after_five_idle_minutes_all_is_cleared_with_a_warning_before(
    reader: Page, catalogue: Catalogue, words: KeepTexts
) -> None:
    answer_something(reader, catalogue)
    warning = reader.get_by_role("alert").filter(has_text=words.idle_warning)
    reader.clock.fast_forward("03:50")
    expect(warning).to_have_count(0)
    reader.clock.fast_forward("00:15")
    expect(warning).to_be_visible()
    assert Axe().run(reader).violations_count == 0
    reader.clock.fast_forward("01:00")
    expect(reader.get_by_role("status").filter(has_text=words.idle_cleared)).to_be_visible()
    expect(warning).to_have_count(0)
    expect_cleared(reader, catalogue)


def test_any_key_keeps_the_answers(reader: Page, catalogue: Catalogue, words: KeepTexts) -> None:
    answer_something(reader, catalogue)
    warning = reader.get_by_role("alert").filter(has_text=words.idle_warning)
    reader.clock.fast_forward("04:10")
    expect(warning).to_be_visible()
    reader.keyboard.press("Shift")
    expect(warning).to_have_count(0)
    reader.clock.fast_forward("03:30")
    wait_ready(reader)
    box = reader.get_by_role("checkbox", name=catalogue.shape_by_id["boxcar"].label)
    expect(box).to_be_checked()


def test_an_idle_page_goes_even_where_the_server_is_gone(
    new_page: Callable[..., Page], tmp_path: Path, catalogue: Catalogue
) -> None:
    with running_app(tmp_path / "log.txt", settings=HOST) as app:
        page = new_page(app.url)
        page.clock.install()
        answer_something(page, catalogue)
    page.clock.fast_forward("05:01")
    page.clock.fast_forward("00:02")
    page.clock.fast_forward("00:06")
    page.clock.fast_forward("00:02")
    expect(page.get_by_text(catalogue.shape_by_id["boxcar"].label)).to_have_count(0)


def test_start_and_about_say_what_holds_for_a_shared_device(
    reader: Page, catalogue: Catalogue
) -> None:
    privacy = catalogue.interface.privacy
    for screen, expected, other in (
        ("", privacy.start_shared, privacy.start),
        ("about", privacy.about_shared, privacy.about),
    ):
        go(reader, f"/{screen}")
        if screen == "":
            reader.locator("summary").filter(has_text=privacy.start_title).click()
        for sentence in expected:
            expect(reader.get_by_text(sentence, exact=True)).to_be_visible()
        for sentence in set(other) - set(expected):
            expect(reader.get_by_text(sentence, exact=True)).to_have_count(0)


def test_the_name_the_contact_and_the_lines_of_the_host_are_shown(
    reader: Page, catalogue: Catalogue
) -> None:
    go(reader, "/")
    expect(reader).to_have_title(f"{catalogue.page_by_id['start'].title} – Northside <Library>")
    footer = reader.locator("footer.aid")
    expect(footer).to_contain_text("Run by Northside Library & friends, desk 2.")
    footer.get_by_text(catalogue.interface.service.weigh_link).click()
    expect(footer).to_contain_text(catalogue.interface.weigh.support_lead)
    items = footer.get_by_role("listitem")
    expect(items).to_have_text(["Helpline: 000 000, day and night", "Text line: 111"])


def test_a_page_that_was_left_shows_nothing_to_who_comes_back_to_it(
    reader: Page, catalogue: Catalogue
) -> None:
    """The browser's Back button, whether or not the browser kept the whole page for it."""
    answer_something(reader, catalogue)
    html = reader.locator("html")
    reader.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    expect(html).to_be_hidden()  # what the browser keeps is a picture of this
    with reader.expect_navigation(url="**/"):
        reader.evaluate(
            "window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
        )
    wait_ready(reader)
    expect(html).to_be_visible()
    expect_cleared(reader, catalogue)


def test_a_page_that_slept_too_long_shows_nothing_to_the_hand_that_wakes_it(
    reader: Page, catalogue: Catalogue, words: KeepTexts
) -> None:
    answer_something(reader, catalogue)
    html = reader.locator("html")
    reader.evaluate("document.dispatchEvent(new Event('freeze'))")
    expect(html).to_be_hidden()
    reader.evaluate("document.dispatchEvent(new Event('resume'))")
    expect(html).to_be_visible()  # the same reader, back after a moment
    # A device that sleeps stops all clocks, and a page is told of neither sleep nor waking.
    reader.clock.pause_at(reader.evaluate("Date.now() / 1000") + 1)
    reader.clock.set_system_time(reader.evaluate("Date.now() / 1000") + 6 * 60)
    reader.mouse.move(200, 200)
    expect(html).to_be_hidden()
    reader.clock.resume()
    expect(reader.get_by_role("status").filter(has_text=words.idle_cleared)).to_be_visible()
    expect_cleared(reader, catalogue)
