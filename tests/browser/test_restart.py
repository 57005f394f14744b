"""A restart loses nothing, whenever it comes: not a tick, not a press, not a word."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.texts.shared import KeepTexts
from tests.browser.by_hand import kept, open_keep, open_screen, press, saved, tick
from tests.browser.line import Line
from tests.browser.reader import Reader
from tests.browser.restarting import connected, restarting
from tests.browser.wait import wait_ready
from tests.conftest import AppServer, NewPage

pytestmark = pytest.mark.browser

WRITE_UNSEEN = """(box, text) => {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(box, text);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}"""
"""Writes into a box that is not entered, and so not left."""


def busy(milliseconds: int) -> str:
    """A function of a page that lets nothing else happen for a time."""
    return (
        f"() => {{ const end = performance.now() + {milliseconds};"
        " while (performance.now() < end); }"
    )


def told_that_the_line_is_lost(page: Page) -> None:
    """Wait until the page says so."""
    expect(page.locator(".the-line:not(#missing)")).not_to_be_empty()


@pytest.fixture
def words(catalogue: Catalogue) -> KeepTexts:
    return catalogue.interface.keep


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
        tick(page, shapes["boxcar"].label, on=False)
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
        open_keep(page)
        answers = saved(page, words.save)["answers"]
        assert isinstance(answers, dict)
        assert answers["downtime"] == "up-to-7-days"


def test_a_press_that_the_server_never_took_in_is_carried_out_after_the_restart(
    new_page: Callable[..., Page], tmp_path: Path, catalogue: Catalogue
) -> None:
    with restarting(tmp_path) as app:
        reader = Reader(new_page(app.url), catalogue)
        reader.open("scars")
        reader.answer("scar-shapes", "ice-pick")
        reader.settle()
        app.freeze()
        reader.answer("scar-shapes", "boxcar")
        reader.press(reader.words.service.continue_)
        app.kill()
        reader.arrive("time")
        app.freeze()
        reader.answer("downtime", "none")
        reader.menu_link("about").click()
        app.kill()
        reader.arrive("about")
        assert kept(reader.page) == {
            "scar-shapes": ["ice-pick", "boxcar"],
            "downtime": "none",
        }


def test_a_press_is_carried_out_once_though_the_server_is_killed_after_it(
    new_page: Callable[..., Page], tmp_path: Path, catalogue: Catalogue
) -> None:
    with restarting(tmp_path) as app:
        reader = Reader(new_page(app.url), catalogue)
        reader.open("scars")
        reader.answer("scar-shapes", "ice-pick", "boxcar", "rolling", "other-dent")
        reader.go_to("health")
        reader.answer("causes", "acne", "chickenpox")
        reader.go_to("sheet")
        third, first, second, *rest = _movable(reader)
        down = reader.words.sheet_page.down
        reader.drop(third)
        reader.change_order()
        reader.press(down, within=reader.kept(first))
        reader.settle()
        assert _movable(reader) == [second, first, *rest]
        app.kill()
        connected(reader.page)
        expect(reader.page.get_by_text(reader.words.keep.restored_after_break)).to_be_visible()
        reader.settle()
        assert _movable(reader) == [second, first, *rest]
        app.freeze()
        reader.press(down, within=reader.kept(first))
        app.kill()
        connected(reader.page)
        reader.page.wait_for_function(
            "id => sessionStorage.getItem('scar-options-answers').includes(id)",
            arg=f'"{second}","{rest[0]}","{first}"',
        )
        reader.settle()
        assert _movable(reader) == [second, rest[0], first, *rest[1:]]


def _movable(reader: Reader) -> list[str]:
    """The questions on the sheet whose place can be changed, in their order."""
    by_id = reader.catalogue.question_by_id
    return [item for item in reader.kept_ids() if by_id[item].group != "general"]


def test_words_in_a_box_that_was_not_left_survive_a_reload_and_a_restart(
    new_page: Callable[..., Page], tmp_path: Path, catalogue: Catalogue
) -> None:
    with restarting(tmp_path) as app:
        reader = Reader(new_page(app.url), catalogue)
        reader.open("health")
        box = reader.words_box("dates")
        reader.page.evaluate("history.replaceState(history.state, '', '/scars')")
        reader.say("dates", "An exam")  # the address can be behind the screen
        reader.page.evaluate("history.replaceState(history.state, '', '/health')")
        reader.page.reload()
        reader.arrive("health")
        expect(box).to_have_value("An exam")
        reader.page.wait_for_function(
            "() => sessionStorage.getItem('scar-options-answers')?.includes('An exam')"
        )
        reader.say("dates", "An exam in May")
        app.kill()
        connected(reader.page)
        expect(reader.page.get_by_text(reader.words.keep.restored_after_break)).to_be_visible()
        reader.settle()
        expect(box).to_have_value("An exam in May")
        reader.go_to("about")
        assert kept(reader.page) == {"dates": "An exam in May"}
        assert reader.page.evaluate("sessionStorage.length") == 1, "nothing but the answers is kept"


def test_a_press_waits_for_what_it_is_on_in_a_page_that_has_loaded_itself(
    server: AppServer, new_page: NewPage, catalogue: Catalogue
) -> None:
    """On a slow line the script of a choice comes after the foot of its screen."""
    page = new_page(server.url)
    reader = Reader(page, catalogue)
    reader.open("time")
    held: list[Route] = []
    page.route(re.compile(r"/Radio\.\S+\.js"), lambda route: held.append(route))
    before = {"presses": [{"path": "/time", "selector": ".st-key-ask-downtime input", "place": 1}]}
    page.evaluate(
        "text => sessionStorage.setItem('scar-options-presses', text)", json.dumps(before)
    )
    page.reload()
    page.wait_for_function("() => sessionStorage.getItem('scar-options-presses') === null")
    assert held
    expect(page.get_by_test_id("stSkeleton")).not_to_have_count(0)
    for request in held:
        request.continue_()
    expect(page.get_by_role("radio").nth(1)).to_be_checked()
    reader.menu_link("scars").click()
    reader.arrive("scars")
    assert list(kept(page)) == ["downtime"]


def test_a_press_waits_where_the_line_is_lost_again_before_the_page_hears_of_it(
    new_page: NewPage, tmp_path: Path, catalogue: Catalogue
) -> None:
    """A busy page gets at once what was drawn for it and the news that the line is lost."""
    with restarting(tmp_path) as app:
        page = new_page(app.url)
        reader = Reader(page, catalogue)
        reader.open("scars")
        reader.answer("scar-shapes", "ice-pick")
        reader.settle()
        frames: list[bytes | str] = []
        page.on(
            "websocket", lambda socket: socket.on("framesent", lambda frame: frames.append(frame))
        )
        app.stop()
        told_that_the_line_is_lost(page)
        page.evaluate("document.querySelector('.st-key-ask-scar-shapes-boxcar label').click()")
        app.start()
        while len(frames) < 2:  # what the tab brings along, and what asks for a run
            page.wait_for_timeout(5)
        page.evaluate(f"() => void setTimeout({busy(2500)})")
        while "page=scars" not in app.server.log:
            time.sleep(0.01)
        time.sleep(0.3)  # until it has come as far as the browser
        app.kill()
        connected(page)
        reader.settle()
        reader.menu_link("about").click()
        reader.arrive("about")
        assert kept(page) == {"scar-shapes": ["ice-pick", "boxcar"]}


def test_a_press_on_a_screen_whose_address_is_behind_counts(
    new_page: NewPage, tmp_path: Path, catalogue: Catalogue
) -> None:
    """Where the line is lost as a screen comes, the address is still that of the one before."""
    with restarting(tmp_path) as app:
        page = new_page(app.url)
        reader = Reader(page, catalogue)
        reader.open("time")
        app.stop()
        told_that_the_line_is_lost(page)
        page.evaluate("history.replaceState(history.state, '', '/scars')")
        page.evaluate(
            "document.querySelector('.st-key-ask-downtime [role=radiogroup] label').click()"
        )
        app.start()
        connected(page)
        expect(page.get_by_role("radio").first).to_be_checked()
        assert page.url.endswith("/time")
        reader.menu_link("about").click()
        reader.arrive("about")
        assert list(kept(page)) == ["downtime"]


def test_what_waits_over_a_break_is_pressed_once_the_controls_are_set(
    new_page: NewPage, tmp_path: Path, catalogue: Catalogue
) -> None:
    """The first drawing of a new session sets them, and can undo what is pressed right after it."""
    with restarting(tmp_path) as app:
        page = new_page(app.url)
        reader = Reader(page, catalogue)
        reader.open("scars")
        app.stop()
        told_that_the_line_is_lost(page)
        page.evaluate("document.querySelector('.st-key-ask-scar-shapes-boxcar label').click()")
        pressed: list[str] = []

        def note(frame: str | bytes) -> None:
            if isinstance(frame, bytes):
                widgets = BackMsg.FromString(frame).rerun_script.widget_states.widgets
                pressed.extend(one.id for one in widgets if one.bool_value or one.trigger_value)

        page.on("websocket", lambda socket: socket.on("framesent", note))
        app.start()
        connected(page)
        expect(reader.option("scar-shapes", "boxcar")).to_be_checked()
        reader.go_to("about")
        assert kept(page) == {"scar-shapes": ["boxcar"]}
        names = [re.sub(r".*[-.]", "", widget_id) for widget_id in pressed]
        before = names[: names.index("boxcar")]
        assert before.count("redraw") > 1, "it was pressed after the first drawing"


def test_a_press_that_waits_on_a_busy_page_counts_once(
    server: AppServer, new_page: NewPage, catalogue: Catalogue
) -> None:
    """Streamlit makes a second click a moment after a first that it has not seen."""
    with Line(server.url) as line:
        page = new_page(line.url)
        reader = Reader(page, catalogue)
        reader.open("scars")
        page.once("websocket", lambda socket: socket.once("framesent", lambda _: line.hold()))
        line.cut()
        told_that_the_line_is_lost(page)
        line.mend()
        connected(page)
        page.evaluate(
            f"addEventListener('click', () => setTimeout({busy(500)}),"
            " { capture: true, once: true })"
        )
        box = reader.option("scar-shapes", "boxcar")
        box.locator("xpath=ancestor::label").click()
        page.wait_for_timeout(1500)
        expect(box).not_to_be_checked()
        line.let_go()
        expect(box).to_be_checked()
        reader.go_to("about")
        assert kept(page) == {"scar-shapes": ["boxcar"]}


def test_words_that_a_box_shows_and_no_session_has_are_sent_again(
    new_page: NewPage, tmp_path: Path, catalogue: Catalogue
) -> None:
    """As where a new session that was asked for before they came draws the box without them."""
    with restarting(tmp_path) as app:
        page = new_page(app.url)
        reader = Reader(page, catalogue)
        reader.open("health")
        box = reader.words_box("dates")
        box.evaluate(WRITE_UNSEEN, "An exam in May")
        app.kill()
        connected(page)
        expect(page.get_by_text(reader.words.keep.restored_after_break)).to_have_count(0)
        page.wait_for_function(
            "() => sessionStorage.getItem('scar-options-answers')?.includes('May')"
        )
        expect(box).to_have_value("An exam in May")
        assert kept(page) == {"dates": "An exam in May"}


def test_words_of_a_box_count_though_the_page_comes_back_on_another_screen(
    server: AppServer, new_page: NewPage, catalogue: Catalogue
) -> None:
    """As where a page loads itself while they are written, and the reader then leaves by a link."""
    page = new_page(server.url)
    reader = Reader(page, catalogue)
    reader.open("sheet")
    own = page.get_by_label(reader.words.sheet_page.own_label.format(number=1))
    page.get_by_text(reader.words.sheet_page.own_title, exact=True).click()
    reader.write(own, "Who does it?")
    page.goto(f"{server.url}/review")
    reader.arrive("review")
    assert kept(page) == {"own-questions": ["Who does it?"]}
    assert page.evaluate("sessionStorage.length") == 1, "nothing but the answers is kept"

    reader.go_to("sheet")
    page.get_by_text(re.compile(re.escape(reader.words.sheet_page.own_title))).first.click()
    reader.write(own, " ")
    page.goto(f"{server.url}/review")
    reader.arrive("review")
    assert kept(page) == {}
