"""The tab's script: fetched once, over any break, and by an open page after an update."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from aid.catalogue.catalogue import Catalogue
from aid.ui.browser.tab_script import ADDRESS
from tests.browser.by_hand import kept
from tests.browser.reader import Reader
from tests.browser.restarting import connected, restarting
from tests.browser.test_files import asked
from tests.changed_app import break_at, copied_app
from tests.conftest import AppServer, NewPage, running_app

pytestmark = pytest.mark.browser


def update(folder: Path) -> None:
    """Change the script, as a new version does."""
    break_at(folder, "aid/ui/browser/tab.js", "let lastPage;", "let lastPage; // of an update")


def test_a_page_that_is_open_over_an_update_goes_on_with_the_new_script(
    new_page: NewPage, tmp_path: Path, catalogue: Catalogue
) -> None:
    folder = copied_app(tmp_path / "app")
    with restarting(tmp_path, folder) as app:
        reader = Reader(new_page(app.url), catalogue)
        reader.open("scars")
        reader.answer("scar-shapes", "ice-pick")
        reader.settle()
        began = reader.page.evaluate("performance.timeOrigin")
        update(folder)
        app.restart()
        reader.page.wait_for_function("began => performance.timeOrigin !== began", arg=began)
        reader.arrive("scars")
        reader.answer("scar-shapes", "boxcar")
        reader.press(reader.words.service.continue_)
        reader.arrive("time")
        reader.answer("downtime", "none")
        reader.go_to("about")
        assert kept(reader.page) == {"scar-shapes": ["ice-pick", "boxcar"], "downtime": "none"}


def test_what_is_pressed_while_the_page_begins_anew_counts(
    new_page: NewPage, tmp_path: Path, catalogue: Catalogue
) -> None:
    """Also what is held down as the old page goes, and let go in the new one."""
    folder = copied_app(tmp_path / "app")
    with restarting(tmp_path, folder) as app:
        page = new_page(app.url)
        reader = Reader(page, catalogue)
        reader.open("scars")
        whether_there: list[Route] = []
        page.route(
            re.compile(r"/scars$"),
            lambda route: (
                whether_there.append(route) if route.request.method == "HEAD" else route.continue_()
            ),
        )
        update(folder)
        with page.expect_request(lambda request: request.method == "HEAD"):
            app.restart()
        app.freeze()
        page.get_by_text(catalogue.shape_by_id["boxcar"].label, exact=True).click()
        page.get_by_text(catalogue.interface.service.continue_, exact=True).hover()
        page.mouse.down()
        app.kill()
        with page.expect_event("domcontentloaded"):
            for request in whether_there:
                request.continue_()
        page.mouse.up()
        reader.arrive("time")
        assert kept(page) == {"scar-shapes": ["boxcar"]}


def test_on_a_shared_device_an_update_takes_no_answer_away(
    new_page: NewPage, tmp_path: Path, catalogue: Catalogue
) -> None:
    """No copy is kept there, so the page stays with the script that it has until it is cleared."""
    folder = copied_app(tmp_path / "app")
    with restarting(tmp_path, folder, {"SHARED_DEVICE": "on"}) as app:
        reader = Reader(new_page(app.url), catalogue)
        reader.open("scars")
        reader.answer("scar-shapes", "ice-pick")
        reader.settle()
        began = reader.page.evaluate("performance.timeOrigin")
        update(folder)
        app.restart()
        connected(reader.page)
        reader.answer("scar-shapes", "boxcar")
        reader.go_to("about")
        reader.go_to("scars")
        expect(reader.option("scar-shapes", "ice-pick")).to_be_checked()
        expect(reader.option("scar-shapes", "boxcar")).to_be_checked()
        assert reader.page.evaluate("performance.timeOrigin") == began
        reader.press(reader.words.keep.finish)
        reader.page.wait_for_function("began => performance.timeOrigin !== began", arg=began)
        reader.arrive("start")


def test_the_script_is_fetched_once_and_no_answer_brings_it_again(
    written: AppServer, new_page: NewPage, catalogue: Catalogue
) -> None:
    page = new_page(written.url)
    fetched: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.on(
        "websocket",
        lambda socket: socket.on("framereceived", lambda frame: said.append(str(frame))),
    )
    reader = Reader(page, catalogue)
    reader.open("scars")
    reader.answer("scar-shapes", "ice-pick")
    reader.go_to("about")
    assert [url for url in fetched if ADDRESS in url] == [f"{written.url}{ADDRESS}"]
    assert any("load_tab" in frame or "TAB_SCRIPT" in frame for frame in said)
    assert not any("letAnswersGoFirst" in frame for frame in said)


def test_where_the_script_does_not_come_the_page_says_so_and_fetches_it_again(
    written: AppServer, new_page: NewPage, catalogue: Catalogue
) -> None:
    page = new_page(written.url)
    fails = True

    def answer(route: Route) -> None:
        if fails:
            route.abort()
        else:
            route.continue_()

    page.route(re.compile(r"/tab-\w+\.js"), answer)
    page.goto("/scars")
    lost = page.locator(".the-line:not(.first-lost)").filter(
        has_text=catalogue.interface.service.line_lost
    )
    expect(lost).to_be_visible()
    expect(page.locator("#first")).to_be_hidden()
    # What is answered meanwhile counts.
    page.get_by_text(catalogue.shape_by_id["ice-pick"].label, exact=True).click()
    fails = False
    expect(lost).to_have_count(0)
    reader = Reader(page, catalogue)
    reader.arrive("scars")
    reader.go_to("about")
    assert kept(page) == {"scar-shapes": ["ice-pick"]}


def test_a_page_that_waits_for_a_script_of_a_version_that_is_gone_gets_the_new_one(
    new_page: NewPage, tmp_path: Path, catalogue: Catalogue
) -> None:
    folder = copied_app(tmp_path / "app")
    with restarting(tmp_path, folder) as app:
        page = new_page(app.url)
        page.route(re.compile(re.escape(ADDRESS)), lambda route: route.abort())
        page.goto("/scars")
        expect(page.get_by_text(catalogue.interface.service.line_lost).last).to_be_visible()
        update(folder)
        app.restart()
        connected(page)
        reader = Reader(page, catalogue)
        reader.arrive("scars")
        reader.answer("scar-shapes", "ice-pick")
        reader.go_to("about")
        assert kept(page) == {"scar-shapes": ["ice-pick"]}


def test_below_a_base_path_it_is_there_too(
    new_page: NewPage, tmp_path: Path, catalogue: Catalogue
) -> None:
    settings = {"STREAMLIT_SERVER_BASE_URL_PATH": "scars-of-mine"}
    with running_app(tmp_path / "log.txt", settings=settings) as app:
        page = new_page(f"{app.url}/scars-of-mine")
        with page.expect_response(f"**/scars-of-mine{ADDRESS}") as answer:
            page.goto("/scars-of-mine/about")
        assert answer.value.ok
        Reader(page, catalogue).arrive("about")


def test_the_script_of_another_version_is_not_found(written: AppServer) -> None:
    """So no page has one that does not fit; its loader asks until the right process answers."""
    assert asked(written, ADDRESS).status == 200
    other = asked(written, "/tab-0123456789ab.js", accept="*/*")
    assert (other.status, other.body) == (404, b"")
