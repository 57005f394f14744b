"""What a reader said is gone from the server and the tab when it is said to be forgotten."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from aid.answers.file import copy_json
from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from tests.attack.conftest import OpenServer, OpenUp
from tests.bench.visitor import STREAMLIT, Visitor, stream, take_file
from tests.browser.wait import wait_ready
from tests.conftest import AppServer

PRIVATE = "Wombat-7291"
CLOSED_SECONDS = 2
MINUTE_SECONDS = 4
"""As long takes a minute of the server that is looked at."""


def says(server: OpenServer, text: str) -> None:
    """Visit, with a text in the answers, and close the page."""
    with Visitor(server.address) as visitor:
        visitor.arrive("sheet", copy_json(Answers(notes=text)))
        visitor.click("take-pdf")
        assert take_file(visitor.tab, server.address).startswith(b"%PDF")
        assert server.holders(text)
        visitor.click(None)  # so that what is sent last holds the text


def gone(server: OpenServer, text: str) -> bool:
    """Whether nothing holds a text any more, a few seconds from now."""
    for _ in range(5):
        time.sleep(1)
        if not server.holders(text):
            return True
    return False


@pytest.mark.slow
def test_a_closed_page_is_forgotten_within_a_minute_of_its_time_though_nobody_comes(
    open_server: OpenUp,
) -> None:
    """The very first reader of a process too."""
    settings = {
        "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(CLOSED_SECONDS),
        "MINUTE_SECONDS": str(MINUTE_SECONDS),
    }
    with open_server(settings) as server:
        says(server, f"{PRIVATE}-first")
        says(server, f"{PRIVATE}-second")
        # Looking meanwhile would keep alive what it finds.
        time.sleep(CLOSED_SECONDS + MINUTE_SECONDS + 8)
        assert server.holders(PRIVATE) == []


@pytest.mark.browser
@pytest.mark.parametrize("shared", ["on", "off"])
def test_after_clear_nothing_is_left_though_the_page_stays_open_and_untouched(
    open_server: OpenUp, new_page: Callable[..., Page], catalogue: Catalogue, shared: str
) -> None:
    words = catalogue.interface
    with open_server({"SHARED_DEVICE": shared}) as server:
        page = new_page(server.app.url)
        page.goto("/sheet")
        wait_ready(page)
        page.get_by_role("textbox", name=words.sheet_page.notes_label).fill(PRIVATE)
        page.keyboard.press("Tab")
        wait_ready(page)
        assert server.holders(PRIVATE)
        if shared == "on":
            page.get_by_role("button", name=words.keep.finish, exact=True).click()
        else:
            page.get_by_role("link", name=catalogue.page_by_id["keep"].menu).first.click()
            page.get_by_role("button", name=words.keep.clear, exact=True).click()
            page.get_by_role("button", name=words.keep.clear_yes, exact=True).click()
        expect(page.get_by_role("status").filter(has_text=words.keep.cleared)).to_be_visible()
        wait_ready(page)
        assert gone(server, PRIVATE)
        assert PRIVATE not in page.evaluate("() => JSON.stringify(sessionStorage)")


def test_the_id_of_a_session_is_in_no_log(open_server: OpenUp) -> None:
    """Whoever has it opens the session, with its answers."""
    with open_server() as server:
        with Visitor(server.address) as visitor:
            visitor.open("sheet")
            session = session_of(visitor)
            again = [STREAMLIT, "none", session]
            # A phone comes back before the server has noticed that it was gone.
            with connect(stream(server.address), subprotocols=again):  # type: ignore[arg-type]
                pass
        log = server.app.log
    assert "already connected" in log, "the line that held it"
    assert session not in log
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-", log)


def session_of(visitor: Visitor) -> str:
    for data in visitor.tab.received:
        message = ForwardMsg.FromString(data)
        if message.WhichOneof("type") == "new_session":
            return message.new_session.initialize.session_id
    raise AssertionError("the server named no session")


def test_no_picture_of_the_memory_is_written_when_the_process_ends_in_a_fault(
    open_server: OpenUp,
) -> None:
    with open_server() as server:
        limits = Path(f"/proc/{server.app.pid}/limits").read_text()
    assert re.search(r"Max core file size\s+0\s+0\s", limits), limits


COUNT_FILES = """() => {
    window.files = new Set();
    const [make, revoke] = [URL.createObjectURL, URL.revokeObjectURL];
    URL.createObjectURL = (blob) => {
        const address = make.call(URL, blob);
        if (blob.type === 'application/pdf') window.files.add(address);
        return address;
    };
    URL.revokeObjectURL = (address) => {
        window.files.delete(address);
        revoke.call(URL, address);
    };
}"""


@pytest.mark.browser
@pytest.mark.parametrize("ends", ["cleared", "a minute later"])
def test_a_sheet_that_was_handed_over_is_no_longer_in_the_tab(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue, ends: str
) -> None:
    words = catalogue.interface
    page = new_page(server.url)
    page.clock.install()
    page.add_init_script(f"({COUNT_FILES})()")
    page.goto("/sheet")
    wait_ready(page)
    with page.expect_download():
        page.get_by_role("button", name=words.sheet_page.formats["pdf"].button).click()
    wait_ready(page)
    assert page.evaluate("window.files.size") == 1
    again = page.get_by_role("link", name=words.download.again)
    with page.expect_download():
        again.click()  # for a browser that did not start it
    if ends == "cleared":
        page.get_by_role("link", name=catalogue.page_by_id["keep"].menu).first.click()
        page.get_by_role("button", name=words.keep.clear, exact=True).click()
        page.get_by_role("button", name=words.keep.clear_yes, exact=True).click()
        expect(page.get_by_role("status").filter(has_text=words.keep.cleared)).to_be_visible()
    else:
        page.clock.fast_forward("01:01")
    expect(again).to_have_count(0)
    page.wait_for_function("window.files.size === 0")
