"""What a reader says stays between their browser's tab and the server's memory."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from aid.catalogue.addresses import METHOD, Address
from aid.catalogue.answer_fields import MOST_CHARACTERS
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PAGE_IDS, START, PageId
from tests.browser.reader import Reader
from tests.conftest import AppServer

pytestmark = pytest.mark.browser

MARK = "Quokka"
"""A word that is in every text that this reader types, and nowhere else."""

PATHS = {"/", *(f"/{page_id}" for page_id in PAGE_IDS if page_id not in (START, METHOD))}
"""The address of every screen; a method's page has one of its own."""


def visit(reader: Reader) -> None:
    """A whole visit: something is said on every screen, and the files are downloaded."""
    words, go_on = reader.words.sheet_page, reader.words.service.continue_
    reader.open()
    reader.press(reader.words.start.begin)
    reader.arrive("scars")
    reader.answer("scar-shapes", "rolling")
    reader.press(go_on)
    reader.arrive("time")
    reader.answer("downtime", "up-to-14-days")
    reader.press(go_on)
    reader.arrive("priorities")
    reader.answer("concerns", "being-seen")
    reader.compare()
    reader.download(reader.words.compare.download_csv)
    reader.go_to("quiz")
    reader.go_to("health")
    reader.answer("causes", "chickenpox")
    reader.say("dates", f"{MARK} wedding in June.")
    reader.say("concern-words", f"{MARK} at work.")
    reader.answer("health", "pregnancy")
    reader.say("earlier-procedures", f"{MARK} peel.")
    reader.uncover("hopes")
    reader.words_box("hopes").fill(MARK * MOST_CHARACTERS)  # too long: the reason is shown
    reader.press(reader.words.compare.to_sheet)
    reader.arrive("sheet")
    reader.go_to("review")
    others: tuple[PageId, ...] = (
        "methods",
        METHOD,
        "sources",
        "about",
        "glossary",
        "keep",
        "sheet",
    )
    for screen in others:
        reader.go_to(screen)
    reader.pick(words.methods_title, reader.name("subcision"))
    reader.unfold(words.own_title)
    reader.write(reader.box(words.own_label.format(number=1)), f"{MARK} and swimming?")
    reader.write(reader.box(words.notes_label), f"{MARK} \u0378 \U000f0000 come along.")
    assert MARK in reader.download_sheet()


def test_a_visit_leaves_nothing_and_calls_nobody(
    fresh_server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    page = new_page(fresh_server.url)
    called: list[str] = []
    addresses: list[str] = []
    said_in_console: list[str] = []
    page.on("request", lambda request: called.append(request.url))
    page.on("websocket", lambda socket: called.append(socket.url))
    page.on("framenavigated", lambda frame: addresses.append(frame.url))
    page.on("console", lambda message: said_in_console.append(message.text))

    reader = Reader(page, catalogue)
    visit(reader)

    # No request leaves for another place; files made in the page itself have no host.
    hosts = {urlsplit(url).hostname for url in called if not url.startswith(("blob:", "data:"))}
    assert hosts == {"127.0.0.1"}
    assert not [url for url in called if MARK in url]

    # The address names the screen and nothing else.
    method = f"/{Address(METHOD, catalogue.methods[0].id).path}"
    assert {urlsplit(address).path for address in addresses} == PATHS | {method}
    for address in addresses:
        parts = urlsplit(address)
        assert (parts.query, parts.fragment) == ("", "")

    # Nothing typed or ticked ends in the log, the console, a cookie, or storage that stays.
    assert page.context.cookies() == []
    stays = page.evaluate("JSON.stringify({...localStorage})")
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0
    assert page.evaluate("async () => (await caches.keys()).length") == 0
    for place in (fresh_server.log, stays, *said_in_console):
        assert MARK not in place
        for answer in ("rolling", "chickenpox", "up-to-14-days", "being-seen", "pregnancy"):
            assert answer not in place
    assert "Traceback" not in fresh_server.log

    # The next visitor of the same server finds the aid empty.
    other = Reader(new_page(fresh_server.url), catalogue)
    other.open("review")
    expect(other.page.get_by_text(other.words.review.nothing_answered)).to_be_visible()
    expect(other.page.get_by_text(MARK)).to_have_count(0)
    other.go_to("sheet")
    expect(other.box(other.words.sheet_page.notes_label)).to_have_value("")
    assert MARK not in other.download_sheet()

    # The copy that this tab keeps is the only one in the browser, and is cleared on request.
    assert page.evaluate("Object.keys(sessionStorage)") == ["scar-options-answers"]
    reader.go_to("keep")
    reader.press(reader.words.keep.clear)
    reader.press(reader.words.keep.clear_yes)
    reader.arrive("start")
    assert page.evaluate("Object.keys(sessionStorage)") == []
    reader.open("review")
    expect(page.get_by_text(reader.words.review.nothing_answered)).to_be_visible()
    assert MARK not in fresh_server.log
