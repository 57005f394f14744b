"""Answers come back when a reader does, and go when a reader says so."""

from __future__ import annotations

import json
import os
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
from aid.ui.server.addresses import SCREENS
from tests.browser.line import Line
from tests.browser.wait import wait_ready
from tests.conftest import AppServer, free_port, running_app

pytestmark = pytest.mark.browser

KEY = "scar-options-answers"
EMPTY = "No answer"


@pytest.fixture
def words(catalogue: Catalogue) -> KeepTexts:
    return catalogue.interface.keep


def open_screen(page: Page, address: str) -> None:
    page.goto(address)
    wait_ready(page)


def tick(page: Page, label: str) -> None:
    box = page.get_by_role("checkbox", name=label, exact=True)
    box.evaluate("box => box.scrollIntoView({block: 'center'})")  # not under word of the connection
    box.check(force=True)
    wait_ready(page)


def press(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).click()
    wait_ready(page)


def kept(page: Page) -> dict[str, object]:
    """The answers in the tab's copy; nothing where there is no copy."""
    text = page.evaluate(f"sessionStorage.getItem('{KEY}')")
    answers: dict[str, object] = json.loads(text)["answers"] if text else {}
    return answers


def keep(page: Page, answers: object) -> None:
    """Put a copy into the tab, as the aid would have, or as somebody else might."""
    frame = {"format": "scar-options-answers", "version": 1, "answers": answers}
    page.evaluate("([key, text]) => sessionStorage.setItem(key, text)", [KEY, json.dumps(frame)])


def saved(page: Page, label: str) -> dict[str, object]:
    with page.expect_download() as download:
        page.get_by_role("button", name=label, exact=True).click()
    assert download.value.suggested_filename.endswith(".json")
    content: dict[str, object] = json.loads(Path(download.value.path()).read_text("utf-8"))
    return content


def load(page: Page, words: KeepTexts, data: bytes) -> None:
    press(page, words.load)
    file = {"name": "my.json", "mimeType": "application/json", "buffer": data}
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
    press(page, "Back")
    expect(page.get_by_label(catalogue.shape_by_id["boxcar"].label, exact=True)).to_be_checked()
    page.reload()
    wait_ready(page)
    expect(page.get_by_text(words.nothing_kept)).to_be_visible()


class Restarting:
    """An app that can be stopped and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._port, self._starts = folder, free_port(), 0
        self._start()

    def _start(self) -> None:
        self._starts += 1
        log = self._folder / f"log-{self._starts}.txt"
        self._running = running_app(log, port=self._port)
        self.url = self._running.__enter__().url

    def stop(self) -> None:
        self._running.__exit__(None, None, None)

    def restart(self) -> None:
        self.stop()
        self._start()


@contextmanager
def restarting(folder: Path) -> Iterator[Restarting]:
    app = Restarting(folder)
    try:
        yield app
    finally:
        app.stop()


def test_a_restart_loses_nothing_and_the_first_click_counts(
    new_page: Callable[..., Page], tmp_path: Path, catalogue: Catalogue, words: KeepTexts
) -> None:
    shapes = catalogue.shape_by_id
    with restarting(tmp_path) as app:
        page = new_page(app.url)
        open_screen(page, "/time")
        page.get_by_text("Up to 7 days").click()
        wait_ready(page)
        press(page, "Back")
        tick(page, shapes["boxcar"].label)
        tick(page, shapes["rolling"].label)

        app.restart()
        connected(page)
        tick(page, shapes["ice-pick"].label)
        expect(page.get_by_text(words.restored_after_break)).to_be_visible()
        wait_ready(page)
        assert kept(page) == {
            "scar-shapes": ["ice-pick", "boxcar", "rolling"],
            "downtime": "up-to-7-days",
        }
        app.restart()
        connected(page)
        page.get_by_role("checkbox", name=shapes["boxcar"].label, exact=True).uncheck(force=True)
        wait_ready(page)
        expect(page.get_by_text(words.restored_after_break)).to_be_visible()
        assert kept(page) == {"scar-shapes": ["ice-pick", "rolling"], "downtime": "up-to-7-days"}

        app.restart()
        connected(page)
        press(page, "Continue")
        expect(page.get_by_label("Up to 7 days")).to_be_checked()
        press(page, "Back")
        expect(page.get_by_label(shapes["rolling"].label, exact=True)).to_be_checked()


def test_after_a_restart_a_click_in_a_part_of_a_screen_counts(
    new_page: Callable[..., Page], tmp_path: Path, catalogue: Catalogue, words: KeepTexts
) -> None:
    """A server ignores what is done in a part that it has not drawn."""
    compare = catalogue.interface.compare
    with restarting(tmp_path) as app:
        page = new_page(app.url)
        open_screen(page, "/time")
        page.get_by_text("Up to 7 days").click()
        page.get_by_role("link", name="Compare", exact=True).click()
        wait_ready(page)
        expect(page.get_by_text(compare.nothing_picked)).to_have_count(0)
        app.restart()
        connected(page)
        page.get_by_role("radio", name=compare.in_detail).click()
        expect(page.get_by_text(compare.nothing_picked)).to_be_visible()
        app.restart()
        connected(page)
        wait_ready(page)
        answers = saved(page, words.save)["answers"]
        assert isinstance(answers, dict)
        assert answers["downtime"] == "up-to-7-days"


def connected(page: Page) -> None:
    """Wait until an open page has found the server again."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED")


def test_the_menu_leads_to_save_load_and_clear(page: Page, words: KeepTexts) -> None:
    for screen in ("/", "/sheet"):
        open_screen(page, screen)
        menu = page.get_by_role("navigation")
        menu.get_by_role("link", name=words.jump, exact=True).click()
        expect(page.get_by_role("heading", name=words.title, exact=True)).to_be_in_viewport()
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
        for chosen in (words.show_listed, words.at_a_glance):
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


@pytest.mark.parametrize("way", ["Continue", "Compare"])
@pytest.mark.parametrize("shared", ["off", "on"])
def test_a_break_in_the_middle_of_a_run_leaves_a_whole_page_and_the_answers(
    new_page: Callable[..., Page], tmp_path: Path, catalogue: Catalogue, shared: str, way: str
) -> None:
    words, box = catalogue.interface.keep, catalogue.shape_by_id["boxcar"].label
    settings = {"SHARED_DEVICE": shared}
    with running_app(tmp_path / "log.txt", settings=settings) as app, Line(app.url) as line:
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
        save = page.get_by_role("button", name=words.save, exact=True)
        expect(save).to_be_enabled()
        expect(page.locator("footer.aid")).to_be_visible()
        nothing_kept = page.get_by_text(words.nothing_kept_shared)
        onward: PageId = "time" if way == "Continue" else "compare"
        titles = [catalogue.page_by_id[name].title for name in ("scars", onward)]
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_text(re.compile("|".join(titles)))
        if heading.inner_text() == titles[0]:
            kept_box = page.get_by_role("checkbox", name=box, exact=True, checked=True)
            expect(
                (kept_box.or_(nothing_kept) if shared == "on" else kept_box).first
            ).to_be_attached()
            there.or_(page.get_by_role("link", name=way, exact=True)).click()
        expect(heading).to_have_text(titles[1])
        wait_ready(page)
        if shared == "off":
            assert kept(page) == {"scar-shapes": ["boxcar"]}


# The file.


def test_a_saved_file_holds_what_was_typed_a_moment_before(
    page: Page, catalogue: Catalogue, words: KeepTexts
) -> None:
    open_screen(page, "/time")
    page.get_by_role("textbox", name=catalogue.ask_by_id["dates"].label).fill("Not in June")
    content = saved(page, words.save)
    answers = content["answers"]
    assert isinstance(answers, dict)
    assert answers["dates"] == "Not in June"
    assert content["format"] == "scar-options-answers"


def test_a_saved_file_loads_on_another_device(
    new_page: Callable[..., Page], server: AppServer, words: KeepTexts, catalogue: Catalogue
) -> None:
    example = example_answers()
    text = answers_json(example, catalogue.manifest.content_version.isoformat())
    page = new_page(server.url)
    open_screen(page, "/")
    load(page, words, text.encode())
    expect(page.get_by_role("status").filter(has_text=words.loaded)).to_be_visible()
    assert json.dumps(saved(page, words.save)) == json.dumps(json.loads(text))
    page.get_by_role("link", name="Questions").first.click()
    wait_ready(page)
    expect(page.get_by_label(catalogue.shape_by_id["boxcar"].label, exact=True)).to_be_checked()


def test_a_bad_file_is_told_in_full_and_nothing_is_lost(
    page: Page, words: KeepTexts, catalogue: Catalogue
) -> None:
    open_screen(page, "/scars")
    tick(page, catalogue.shape_by_id["boxcar"].label)
    frame = {"format": "scar-options-answers", "version": 1}
    bad = {**frame, "answers": {"downtime": "a year", "scar-shapes": ["round"], "name": "me"}}
    load(page, words, json.dumps(bad).encode())
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(words.not_loaded)
    asked = [catalogue.ask_by_id[key].name for key in ("downtime", "scar-shapes")]
    for named in (*asked, "answers.name"):
        expect(alert).to_contain_text(named)
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
    press(page, words.clear)
    expect(page.get_by_role("group", name=words.clear_question)).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text(words.clear_question)
    press(page, words.clear_no)
    expect(page.get_by_text(words.clear_question)).to_have_count(0)
    assert kept(page) == {"scar-shapes": ["boxcar"]}


def test_clearing_forgets_everything_here_and_in_the_tab(
    page: Page, words: KeepTexts, catalogue: Catalogue
) -> None:
    open_screen(page, "/time")
    dates = page.get_by_role("textbox", name=catalogue.ask_by_id["dates"].label)
    dates.fill("Not in June")
    page.get_by_text("Up to 7 days").click()
    wait_ready(page)
    assert kept(page) == {"dates": "Not in June", "downtime": "up-to-7-days"}
    press(page, words.clear)
    press(page, words.clear_yes)
    expect(page.get_by_role("status").filter(has_text=words.cleared)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert page.evaluate("sessionStorage.length") == 0
    answers = saved(page, words.save)["answers"]
    assert answers == json.loads(answers_json(Answers(), ""))["answers"]
    page.go_back()
    wait_ready(page)
    expect(dates).to_have_value("")
    expect(page.get_by_label("Up to 7 days")).not_to_be_checked()
    assert page.evaluate("sessionStorage.length") == 0
    page.reload()
    wait_ready(page)
    expect(dates).to_have_value("")


def test_clearing_on_the_start_itself_moves_focus_to_its_heading(
    page: Page, words: KeepTexts
) -> None:
    open_screen(page, "/")
    press(page, words.clear)
    press(page, words.clear_yes)
    expect(page.get_by_role("heading", level=1)).to_be_focused()


# The same place on every screen; nothing in the address.


def test_every_screen_says_where_answers_are_and_has_the_controls_at_its_foot(
    page: Page, words: KeepTexts
) -> None:
    for screen in sorted({"", *SCREENS}):
        open_screen(page, f"/{screen}")
        area = page.locator(".st-key-keep")
        expect(area).to_have_count(1)
        expect(area).to_contain_text(words.where)
        names = area.get_by_role("button").all_inner_texts()
        assert names == [words.save, words.load, words.clear], screen
        box = area.bounding_box()
        footer = page.locator("footer.aid").bounding_box()
        assert box is not None
        assert footer is not None
        assert box["y"] + box["height"] <= footer["y"]
        assert footer["y"] - (box["y"] + box["height"]) < 160
        assert page.evaluate("location.search + location.hash") == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_the_loader_and_the_question_have_no_accessibility_fault(
    new_page: Callable[..., Page], server: AppServer, words: KeepTexts, scheme: str, width: int
) -> None:
    page = new_page(server.url, viewport=(width, 800), color_scheme=scheme)
    open_screen(page, "/")
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
