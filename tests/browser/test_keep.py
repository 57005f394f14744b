"""Answers come back when a reader does, and go when a reader says so."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from aid.answers.example import example_answers
from aid.answers.file import answers_json
from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from aid.catalogue.texts.shared import KeepTexts
from aid.tailoring.relevance import relevance
from tests.browser.by_hand import (
    KEY,
    await_kept,
    keep,
    kept,
    open_group,
    open_keep,
    open_screen,
    press,
    saved,
    tick,
)
from tests.browser.line import Line
from tests.browser.reader import Reader
from tests.browser.wait import wait_ready
from tests.conftest import AppServer, running_app

pytestmark = pytest.mark.browser

EMPTY = "No answer"


@pytest.fixture
def words(catalogue: Catalogue) -> KeepTexts:
    return catalogue.interface.keep


def load(page: Page, words: KeepTexts, data: bytes, name: str = "my.json") -> None:
    open_keep(page)
    press(page, words.load)
    file = {"name": name, "mimeType": "", "buffer": data}
    page.get_by_label(words.load_label).set_input_files(file)  # type: ignore[arg-type]
    wait_ready(page)


# The copy in the tab.


def test_a_reload_brings_answers_back_and_says_so(
    page: Page, catalogue: Catalogue, words: KeepTexts
) -> None:
    open_screen(page, "/scars")
    tick(page, catalogue.shape_by_id["boxcar"].label)
    page.reload()
    wait_ready(page)
    expect(page.get_by_role("status").filter(has_text=words.restored)).to_be_visible()
    expect(page.get_by_label(catalogue.shape_by_id["boxcar"].label, exact=True)).to_be_checked()
    assert kept(page) == {"scar-shapes": ["boxcar"]}


def test_a_reload_with_nothing_kept_says_so_and_offers_to_load(
    page: Page, words: KeepTexts
) -> None:
    open_screen(page, "/")
    expect(page.get_by_text(words.nothing_kept)).to_have_count(0)
    page.reload()
    wait_ready(page)
    expect(page.get_by_role("status").filter(has_text=words.nothing_kept)).to_be_visible()
    open_keep(page)
    expect(page.get_by_role("button", name=words.load)).to_be_visible()


def test_a_message_stays_until_the_reader_goes_on(page: Page, words: KeepTexts) -> None:
    open_screen(page, "/scars")
    page.reload()
    wait_ready(page)
    expect(page.get_by_text(words.nothing_kept)).to_be_visible()
    press(page, "Continue")
    expect(page.get_by_text(words.nothing_kept)).to_have_count(0)


def test_another_tab_has_no_copy(new_page: Callable[..., Page], server: AppServer) -> None:
    first = new_page(server.url)
    open_screen(first, "/scars")
    keep(first, {"downtime": "none"})
    second = first.context.new_page()
    open_screen(second, "/review")
    assert kept(second) == {}
    expect(second.get_by_text(EMPTY).first).to_be_visible()


def test_what_somebody_changed_in_the_copy_is_left_out(
    page: Page, catalogue: Catalogue, words: KeepTexts
) -> None:
    open_screen(page, "/review")
    odd = {"scar-shapes": ["boxcar", "<img src=x>"], "downtime": "a year", "notes": 5, "x": 1}
    keep(page, odd)
    page.reload()
    wait_ready(page)
    expect(page.get_by_text(words.restored_in_part)).to_be_visible()
    expect(page.get_by_text(catalogue.shape_by_id["boxcar"].label)).to_be_visible()
    assert kept(page) == {"scar-shapes": ["boxcar"]}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"answers": 1}', "<script>"])
def test_a_copy_that_is_none_leaves_the_aid_working(page: Page, text: str) -> None:
    open_screen(page, "/time")
    page.evaluate("([key, text]) => sessionStorage.setItem(key, text)", [KEY, text])
    page.reload()
    wait_ready(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_text("Up to 7 days").click()
    wait_ready(page)
    assert kept(page) == {"downtime": "up-to-7-days"}


def test_a_browser_without_storage_still_works(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue, words: KeepTexts
) -> None:
    page = new_page(server.url)
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('no'); }})"
    )
    open_screen(page, "/scars")
    tick(page, catalogue.shape_by_id["boxcar"].label)
    press(page, "Continue")
    expect(page.get_by_label("Up to 7 days")).to_be_visible()
    press(page, "Back")
    expect(page.get_by_label(catalogue.shape_by_id["boxcar"].label, exact=True)).to_be_checked()
    page.reload()
    wait_ready(page)
    expect(page.get_by_text(words.nothing_kept)).to_be_visible()


def test_the_menu_leads_to_save_load_and_clear(page: Page, words: KeepTexts) -> None:
    for screen in ("/", "/sheet"):
        open_screen(page, screen)
        open_keep(page)
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        expect(page.get_by_role("button", name=words.save, exact=True)).to_be_in_viewport()
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=words.save, exact=True)).to_be_focused()


def test_a_reload_shows_which_view_is_chosen(page: Page, catalogue: Catalogue) -> None:
    """The answers come back so soon that the first screen may never be drawn."""
    words = catalogue.interface.compare
    open_screen(page, "/scars")
    tick(page, catalogue.shape_by_id["rolling"].label)
    for _ in range(3):
        open_screen(page, "/compare")
        listed = len(relevance(catalogue, ("rolling",)).on_list)
        for chosen in (words.lists["shapes"].format(count=listed), words.at_a_glance):
            expect(page.get_by_role("radio", name=chosen, exact=True)).to_be_checked()


# The line.


def test_a_lost_connection_is_told_and_the_session_goes_on(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue, words: KeepTexts
) -> None:
    service, shapes = catalogue.interface.service, catalogue.shape_by_id
    with Line(server.url) as line:
        page = new_page(line.url)
        open_screen(page, "/scars")
        tick(page, shapes["boxcar"].label)
        line.cut()
        status = page.get_by_role("status")
        expect(status.filter(has_text=service.line_lost)).to_be_in_viewport()
        # What cannot be kept cannot be pressed.
        go_on = page.get_by_role("button", name="Continue", exact=True)
        expect(go_on).to_be_disabled()
        expect(page.get_by_label(shapes["rolling"].label, exact=True)).to_be_disabled()
        assert Axe().run(page, context=".the-line").violations_count == 0
        line.mend()
        expect(status.filter(has_text=service.line_back)).to_be_in_viewport()
        tick(page, shapes["rolling"].label)
        expect(page.get_by_text(service.line_back)).to_have_count(0)
        expect(page.get_by_text(words.restored_after_break)).to_have_count(0)
        assert kept(page) == {"scar-shapes": ["boxcar", "rolling"]}


@pytest.fixture(scope="module")
def shared_device(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    log = tmp_path_factory.mktemp("shared") / "log.txt"
    with running_app(log, settings={"SHARED_DEVICE": "on"}) as app:
        yield app


@pytest.mark.parametrize("way", ["Continue", "Compare"])
@pytest.mark.parametrize("shared", ["off", "on"])
def test_a_break_in_the_middle_of_a_run_leaves_a_whole_page_and_the_answers(
    new_page: Callable[..., Page],
    request: pytest.FixtureRequest,
    catalogue: Catalogue,
    shared: str,
    way: str,
) -> None:
    words, box = catalogue.interface.keep, catalogue.shape_by_id["boxcar"].label
    app: AppServer = request.getfixturevalue("shared_device" if shared == "on" else "server")
    with Line(app.url) as line:
        page = new_page(line.url)
        open_screen(page, "/scars")
        tick(page, box)
        os.kill(app.pid, signal.SIGSTOP)  # the press waits, and its answer finds no line
        try:
            there = page.get_by_role("button", name=way, exact=True)
            there.or_(page.get_by_role("link", name=way, exact=True)).click()
            line.cut()
            expect(page.get_by_text(catalogue.interface.service.line_lost)).to_be_visible()
        finally:
            os.kill(app.pid, signal.SIGCONT)
        line.mend()
        expect(page.locator("[data-test-connection-state=CONNECTED]")).to_be_visible()
        expect(page.locator("footer.aid")).to_be_visible()
        nothing_kept = page.get_by_text(words.nothing_kept_shared)
        onward: PageId = "time" if way == "Continue" else "compare"
        title = catalogue.page_by_id[onward].title
        heading = page.get_by_role("heading", level=1)
        if shared == "on":  # such a page may have to start afresh, its press too
            moved = page.get_by_role("heading", level=1, name=title, exact=True)
            expect(moved.or_(nothing_kept).first).to_be_visible()
            if nothing_kept.is_visible():
                there.or_(page.get_by_role("link", name=way, exact=True)).click()
        expect(heading).to_have_text(title)
        wait_ready(page)
        if shared == "off":
            await_kept(page, {"scar-shapes": ["boxcar"]})  # the page may load itself again


# The file.


def test_a_saved_file_holds_what_was_typed_a_moment_before(
    page: Page, catalogue: Catalogue, words: KeepTexts
) -> None:
    open_screen(page, "/health")
    open_group(page, catalogue, "dates")
    page.get_by_role("textbox", name=catalogue.ask_by_id["dates"].label).fill("Not in June")
    open_keep(page)  # straight from the box
    content = saved(page, words.save)
    answers = content["answers"]
    assert isinstance(answers, dict)
    assert answers["dates"] == "Not in June"
    assert content["format"] == "scar-options-answers"


def test_a_saved_file_loads_on_another_device(
    new_page: Callable[..., Page], server: AppServer, words: KeepTexts, catalogue: Catalogue
) -> None:
    example = example_answers()
    text = answers_json(example, catalogue.content_version.isoformat())
    page = new_page(server.url)
    open_screen(page, "/")
    load(page, words, text.encode())
    expect(page.get_by_role("status").filter(has_text=words.loaded)).to_be_visible()
    assert json.dumps(saved(page, words.save)) == json.dumps(json.loads(text))
    page.get_by_role("link", name="Questions").first.click()
    wait_ready(page)
    expect(page.get_by_label(catalogue.shape_by_id["boxcar"].label, exact=True)).to_be_checked()


def test_of_a_file_from_another_version_all_that_fits_is_loaded_and_the_rest_is_told(
    page: Page, words: KeepTexts, catalogue: Catalogue
) -> None:
    """An editor has saved it under another name, in another encoding."""
    open_screen(page, "/")
    answers = {"downtime": "a-year", "concerns": ["pain", "brand-new"], "photo": "x"}
    content = {"format": "scar-options-answers", "version": 1, "answers": answers}
    load(page, words, json.dumps(content).encode("utf-16"), name="my answers.txt")
    names = [catalogue.ask_by_id[key].name for key in ("downtime", "concerns")]
    said = words.loaded_in_part.format(names="; ".join([*names, words.loaded_in_part_of_other]))
    expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()
    expect(page.get_by_text("brand-new")).to_have_count(0)
    assert kept(page) == {"concerns": ["pain"]}


def test_a_file_of_which_nothing_fits_is_told_and_nothing_is_lost(
    page: Page, words: KeepTexts, catalogue: Catalogue
) -> None:
    open_screen(page, "/scars")
    tick(page, catalogue.shape_by_id["boxcar"].label)
    frame = {"format": "scar-options-answers", "version": 1}
    bad = {**frame, "answers": {"downtime": "a year", "scar-shapes": ["round"], "name": "me"}}
    load(page, words, json.dumps(bad).encode())
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(words.not_loaded)
    expect(alert).to_contain_text(catalogue.interface.answers_file.damaged)
    assert kept(page) == {"scar-shapes": ["boxcar"]}
    # The same place takes a good file at once.
    good = {**frame, "answers": {"visits": "one"}}
    file = {"name": "my.json", "mimeType": "", "buffer": json.dumps(good).encode()}
    page.get_by_label(words.load_label).set_input_files(file)  # type: ignore[arg-type]
    wait_ready(page)
    expect(page.get_by_role("status").filter(has_text=words.loaded)).to_be_visible()
    assert kept(page) == {"visits": "one"}


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"x" * 300_000, b"%PDF-1.7", b"[1]"])
def test_a_file_that_is_none_is_told_in_one_sentence(
    page: Page, words: KeepTexts, data: bytes
) -> None:
    open_screen(page, "/")
    load(page, words, data)
    expect(page.get_by_role("alert")).to_contain_text(words.not_loaded)
    expect(page.get_by_role("alert").get_by_role("listitem")).to_have_count(1)


# Clearing.


def test_clearing_asks_first_and_no_keeps_everything(
    page: Page, words: KeepTexts, catalogue: Catalogue
) -> None:
    open_screen(page, "/scars")
    tick(page, catalogue.shape_by_id["boxcar"].label)
    open_keep(page)
    press(page, words.clear)
    expect(page.get_by_role("group", name=words.clear_question)).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text(words.clear_question)
    press(page, words.clear_no)
    expect(page.get_by_text(words.clear_question)).to_have_count(0)
    assert kept(page) == {"scar-shapes": ["boxcar"]}


def test_clearing_forgets_everything_here_and_in_the_tab(
    page: Page, words: KeepTexts, catalogue: Catalogue
) -> None:
    open_screen(page, "/health")
    label = catalogue.ask_by_id["dates"].label
    dates = page.get_by_role("textbox", name=label, include_hidden=True)
    open_group(page, catalogue, "dates")
    open_group(page, catalogue, "how-long")
    dates.fill("Not in June")
    page.get_by_text("More than 5 years").click()
    wait_ready(page)
    assert kept(page) == {"dates": "Not in June", "how-long": "over-5-years"}
    open_keep(page)
    press(page, words.clear)
    press(page, words.clear_yes)
    expect(page.get_by_role("status").filter(has_text=words.cleared)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert page.evaluate("sessionStorage.length") == 0
    open_keep(page)
    answers = saved(page, words.save)["answers"]
    assert answers == json.loads(answers_json(Answers(), ""))["answers"]
    for _ in range(3):  # the start, Save or clear, and the screen before
        page.go_back()
        wait_ready(page)
    expect(dates).to_have_value("")
    expect(page.get_by_label("More than 5 years")).not_to_be_checked()
    assert page.evaluate("sessionStorage.length") == 0
    page.reload()
    wait_ready(page)
    expect(dates).to_have_value("")


# One place for it, which every screen leads to; nothing in the address.


def test_every_screen_leads_to_the_one_place_that_keeps_and_clears(
    page: Page, catalogue: Catalogue, words: KeepTexts
) -> None:
    reader = Reader(page, catalogue)
    for screen in reader.tour():
        expect(reader.menu_link("keep")).to_be_visible()
        controls = page.locator(".st-key-keep").get_by_role("button")
        if screen == "keep":
            expect(page.get_by_text(words.where)).to_be_visible()
            expect(controls).to_have_text([words.save, words.load, words.clear])
        else:
            expect(controls).to_have_count(0)
        assert page.evaluate("location.search + location.hash") == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_the_loader_and_the_question_have_no_accessibility_fault(
    new_page: Callable[..., Page], server: AppServer, words: KeepTexts, scheme: str, width: int
) -> None:
    page = new_page(server.url, viewport=(width, 800), color_scheme=scheme)
    open_screen(page, "/keep")
    load(page, words, b"{}")
    for opened in (words.load_label, words.clear_question):
        if opened == words.clear_question:
            press(page, words.clear)
        expect(page.get_by_text(opened)).to_be_visible()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_session_that_the_server_paused_goes_on(
    new_page: Callable[..., Page], tmp_path: Path, catalogue: Catalogue
) -> None:
    """A busy or sleeping machine: the click waits, and then it counts."""
    with running_app(tmp_path / "log.txt") as app:
        page = new_page(app.url)
        open_screen(page, "/scars")
        os.kill(app.pid, signal.SIGSTOP)
        try:
            page.get_by_role(
                "checkbox", name=catalogue.shape_by_id["boxcar"].label, exact=True
            ).check(force=True)
        finally:
            os.kill(app.pid, signal.SIGCONT)
        page.wait_for_function("key => sessionStorage.getItem(key)?.includes('boxcar')", arg=KEY)


# Where the browser allows no copy.

_FORBIDDEN = """for (const kind of ['sessionStorage', 'localStorage']) {
    Object.defineProperty(window, kind, { get() { throw new DOMException('', 'SecurityError'); } });
}"""


def test_where_the_browser_allows_no_copy_the_aid_says_what_is_so(
    page: Page, words: KeepTexts, catalogue: Catalogue
) -> None:
    """As in a page of another site, where a browser forbids storage."""
    page.add_init_script(_FORBIDDEN)
    privacy = catalogue.interface.privacy
    open_screen(page, "/")
    expect(page.get_by_role("status").filter(has_text=words.where_no_copy)).to_be_visible()
    page.locator("summary").filter(has_text=privacy.start_title).click()
    for sentence in privacy.start_no_copy:
        expect(page.get_by_text(sentence, exact=True)).to_be_visible()
    for sentence in set(privacy.start) - set(privacy.start_no_copy):
        expect(page.get_by_text(sentence, exact=True)).to_have_count(0)
    open_keep(page)
    expect(page.get_by_text(words.where_no_copy, exact=True)).to_be_visible()
    expect(page.get_by_text(words.where, exact=True)).to_have_count(0)
    page.get_by_role("link", name="Questions").first.click()
    wait_ready(page)
    boxcar = page.get_by_label(catalogue.shape_by_id["boxcar"].label, exact=True)
    tick(page, catalogue.shape_by_id["boxcar"].label)
    expect(boxcar).to_be_checked()
    page.reload()
    wait_ready(page)
    expect(boxcar).not_to_be_checked()
    for said in (words.nothing_kept, words.where_no_copy):
        expect(page.get_by_text(said)).to_be_visible()


# After clearing, on another screen.

_LATE = """const plain = window.setInterval;
window.setInterval = (act, wait, ...more) => wait !== 100 ? plain(act, wait, ...more)
    : plain(() => { act(); window.after?.(); }, 3000, ...more);"""
"""What waits a moment waits three seconds, as in a window that is not in front."""


def test_a_press_that_goes_along_with_the_word_after_clearing_is_carried_out(
    page: Page, words: KeepTexts, catalogue: Catalogue
) -> None:
    page.add_init_script(_LATE)
    open_screen(page, "/scars")
    tick(page, catalogue.shape_by_id["boxcar"].label)
    open_keep(page)
    press(page, words.clear)
    press(page, words.clear_yes)
    open_keep(page)
    page.evaluate(
        """() => { window.after = () => {
            window.after = undefined;
            document.querySelector('.st-key-load button').click();
        }; }"""
    )
    expect(page.get_by_label(words.load_label)).to_be_visible()
