"""A reader without a mouse keeps their place whatever moves, goes or is redrawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from aid.catalogue.catalogue import Catalogue
from tests.browser.reader import KeyboardReader, Reader
from tests.conftest import AppServer, running_app

pytestmark = pytest.mark.browser


@pytest.fixture(params=[False, True], ids=["in-time", "late"], scope="module")
def app(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[AppServer]:
    """The app, on a machine that is at leisure or busy."""
    if not request.param:
        yield request.getfixturevalue("server")
        return
    late = {"PYTHONPATH": str(Path(__file__).with_name("late"))}
    log = tmp_path_factory.mktemp("late") / "log.txt"
    with running_app(log, settings=late) as server:
        yield server
    assert "sitecustomize" not in server.log


FOCUSED = "[document.activeElement.localName, document.activeElement.innerText].join()"


def test_a_question_that_moves_keeps_the_focus_and_says_its_place(
    app: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    reader = KeyboardReader(new_page(app.url), catalogue)
    words = catalogue.interface.sheet_page
    reader.open("sheet")
    kept = reader.kept_ids()
    general = sum(catalogue.question_by_id[item].group == "general" for item in kept)
    moved, next_one = kept[general : general + 2]
    said = reader.page.locator("#said")
    reader.change_order()
    expect(reader.button(words.order_close)).to_be_focused()

    def place(number: int) -> str:
        return words.moved.format(number=general + number, count=len(kept))

    reader.press(words.down, within=reader.kept(moved))
    expect(said).to_have_text(place(2))
    expect(reader.button(words.down, within=reader.kept(moved))).to_be_focused()
    reader.press(words.up, within=reader.kept(moved))
    expect(said).to_have_text(place(1))
    expect(reader.button(words.up, within=reader.kept(moved))).to_be_focused()

    # At the top it cannot go further up, and says so.
    reader.page.keyboard.press("Enter")
    first = words.not_further.format(number=general + 1, count=len(kept))
    expect(said).to_have_text(first)
    expect(reader.button(words.up, within=reader.kept(moved))).to_be_focused()
    reader.settle()
    assert reader.kept_ids() == kept
    reader.end_order()
    expect(reader.button(words.order_open)).to_be_focused()

    # A line that is taken off stays where it is, and so does the reader.
    reader.drop(moved)
    expect(reader.asked(moved)).to_be_focused()
    reader.settle()
    lines = reader.page.locator('[class*="st-key-asked-"]')
    expect(lines.first).to_contain_text(catalogue.question_by_id[moved].text)
    expect(lines.nth(1)).to_contain_text(catalogue.question_by_id[next_one].text)
    assert moved not in reader.kept_ids()


def test_a_finger_moves_a_question_too(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue
) -> None:
    page = new_page(server.url, viewport=(390, 844), has_touch=True)
    reader = Reader(page, catalogue)
    words = catalogue.interface.sheet_page
    reader.open("sheet")
    kept = reader.kept_ids()
    reader.button(words.order_open).tap()
    expect(reader.button(words.order_close)).to_be_visible()
    reader.button(words.up, within=reader.kept(kept[-1])).tap()
    reader.settle()
    assert reader.kept_ids() == [*kept[:-2], kept[-1], kept[-2]]


def test_a_redraw_leaves_the_focus_where_it_is(
    app: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    reader = KeyboardReader(new_page(app.url), catalogue)
    words = catalogue.interface.sheet_page
    reader.open("sheet")
    for label in (words.next_steps_label, words.notes_label):
        reader.write(reader.box(label), "My sister comes with me.")
        reader.page.keyboard.press("Tab")
        before = reader.page.evaluate(FOCUSED)
        reader.settle()
        assert reader.page.evaluate(FOCUSED) == before
    opener = reader.page.locator("summary").filter(has_text=words.preview_title)
    expect(opener).to_be_focused()
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_text(catalogue.sheet.decision)).to_be_visible()


def test_what_closes_gives_the_focus_back_to_what_opened_it(
    page: Page, catalogue: Catalogue
) -> None:
    reader = KeyboardReader(page, catalogue)
    words = catalogue.interface.keep
    reader.open("keep")
    for opens, closes in ((words.load, words.load_close), (words.clear, words.clear_no)):
        reader.press(opens)
        expect(reader.button(closes)).to_be_visible()
        reader.settle()
        reader.press(closes)
        expect(reader.button(closes)).to_have_count(0)
        expect(reader.button(opens)).to_be_focused()


TRANSLATE = """() => {
  const translate = () => {
    for (const place of document.querySelectorAll('#root h1, .st-key-menu a')) {
      const words = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (words.nextNode()) {
        const { nodeValue } = words.currentNode;
        if (!nodeValue.startsWith('ü')) words.currentNode.nodeValue = `ü ${nodeValue}`;
      }
    }
  };
  new MutationObserver(translate).observe(document.body, { childList: true, subtree: true });
  translate();
}"""


def test_a_browser_that_translates_takes_away_neither_focus_nor_mark(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    page = new_page(server.url, viewport=(1280, 900))
    reader = Reader(page, catalogue)
    current = page.locator(".st-key-menu a[aria-current=page]")
    reader.open("scars")
    expect(current).to_have_attribute("href", re.compile("scars$"))
    page.evaluate(TRANSLATE)
    page.locator(".st-key-menu a[href$=about]").click()
    expect(page.locator("#root h1")).to_have_text(re.compile("^ü"))
    expect(page.locator("#root h1")).to_be_focused()
    expect(current).to_have_count(1)
    expect(current).to_have_attribute("href", re.compile("about$"))
