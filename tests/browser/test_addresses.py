"""Each kind of address, as the very first request to a server that nobody has visited yet.

Streamlit can run a page without its frame, or under a notice, when a deep link is the first request
(decision 0001); that is why each kind of address gets a server of its own.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from urllib.parse import quote, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from aid.formatting.locale import in_words
from aid.ui.server.streamlit_files import drawn_by
from tests.browser.reader import Reader
from tests.conftest import AppServer

pytestmark = pytest.mark.browser

SCREENS: dict[str, PageId] = {
    "/scars": "scars",
    "/compare": "compare",
    "/method": "method",
    "/sources": "sources",
    "/": "start",
    "/start": "start",
    "/no-such-screen": "start",
}
"""An address of each kind; test_first_words.py opens all of them on one server."""


@pytest.mark.parametrize(("address", "screen"), SCREENS.items(), ids=lambda part: part)
def test_first_request_of_all(
    address: str,
    screen: PageId,
    fresh_server: AppServer,
    new_page: Callable[..., Page],
    catalogue: Catalogue,
) -> None:
    page = new_page(fresh_server.url)
    reader = Reader(page, catalogue)
    words, title = reader.words.service, catalogue.page_by_id[screen].title

    page.goto(address)
    reader.arrive(screen)

    expect(page).to_have_title(words.document_title.format(page=title, service=words.name))
    expect(page).to_have_url(f"{fresh_server.url}/{'' if screen == 'start' else screen}")
    for item in ("start", "methods", "scars", "compare", "sheet", "about"):
        expect(reader.menu_link(item)).to_be_visible()
    dated = in_words(catalogue, catalogue.content_version)
    expect(page.get_by_text(words.foot.format(date=dated))).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_link_to_a_screen_under_an_unknown_folder_leads_to_the_start(
    page: Page, catalogue: Catalogue
) -> None:
    page.goto("/no/such/compare?downtime=none#x")
    Reader(page, catalogue).arrive("start")

    expect(page.get_by_role("dialog")).to_have_count(0)


# Requests that no browser makes, as from somebody who tries to break in.

MARK = "Bandicoot"
"""Part of every odd request that is made here, and of nothing else."""


def asked(server: AppServer, target: str, accept: str) -> tuple[int, bytes, bytes]:
    """The status, the head and the body that the server gives to one raw request."""
    place = urlsplit(server.url)
    lines = (f"GET {target} HTTP/1.1", f"Host: {place.netloc}", f"Accept: {accept}")
    with socket.create_connection((place.hostname, place.port), timeout=60) as connection:
        request = "\r\n".join((*lines, "Connection: close", "", ""))
        connection.sendall(request.encode("latin-1", "replace"))
        answer = b""
        while part := connection.recv(65536):
            answer += part
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), head, body


def expect_refused(server: AppServer, target: str) -> None:
    """A reader is led to the start; a program hears that nothing is there. Nothing is repeated."""
    for accept in ("text/html,*/*;q=0.8", "*/*"):
        status, head, body = asked(server, target, accept)
        assert status in (303, 400, 404, 431), (target, status)
        assert MARK.encode() not in head + body, target
        assert b"<" not in body, target
        if status == 303:
            assert b"\r\nlocation: /\r\n" in head, target


@pytest.mark.parametrize(
    "target",
    [
        "/{mark}",
        "/compare/{mark}",
        "/{mark}.php",
        "/.env.{mark}",
        "/aid/answers.py?{mark}",
        "/.streamlit/config.toml?{mark}",
        "/static/../../../etc/passwd?{mark}",
        "/%2e%2e/%2e%2e/etc/passwd?{mark}",
        "/%2e%2e%2f%2e%2e%2fetc%2fpasswd?{mark}",
        "/..%5c..%5c{mark}",
        "/typeface/../../{mark}.py",
        "/typeface/%2e%2e/{mark}.ttf",
        "/media/{mark}.pdf",
        "/component/{mark}/index.html",
        "/_stcore/{mark}",
        "/_stcore/bidi-components/{mark}/x.js",
        "/{mark}/_stcore/metrics",
        "//evil.example/{mark}",
        "/%2f%2fevil.example/{mark}",
        "/http://evil.example/{mark}/",
        "/compare%00{mark}",
        "/{mark}%00.png",
        "/%ff%fe{mark}",
        "/%{mark}",
        "/<script>{mark}</script>",
        "/{mark}" + "a" * 20_000,
        "/{mark}" + "/a" * 3_000,
        "*",
    ],
    ids=lambda target: target[:40],
)
def test_no_other_address_gives_the_page_or_repeats_what_was_asked(
    server: AppServer, target: str
) -> None:
    expect_refused(server, target.format(mark=MARK))
    assert MARK not in server.log
    assert "Traceback" not in server.log


_unsafe = st.text(st.characters(codec="utf-8"), max_size=30).map(quote)
_raw = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=30)


@pytest.mark.slow
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=_unsafe | _raw, query=_unsafe | _raw)
def test_no_address_however_odd_gives_the_page(server: AppServer, path: str, query: str) -> None:
    expect_refused(server, f"/{MARK}{path}?{MARK}{query}")
    assert MARK not in server.log
    assert "Traceback" not in server.log


@pytest.mark.parametrize("query", ["", "%00%ff", "&&==;;", "a=<script>&downtime=none", "q" * 8_000])
def test_a_query_changes_nothing_and_reaches_no_log(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue, query: str
) -> None:
    page = new_page(server.url)
    page.goto(f"/time?{MARK}{query}")
    reader = Reader(page, catalogue)
    reader.arrive("time")
    assert page.get_by_role("radio", checked=True).count() == 0
    assert MARK not in page.content()
    assert MARK not in server.log
    assert "Traceback" not in server.log


@pytest.mark.parametrize("address", ["/", "/compare"])
def test_what_every_screen_needs_is_fetched_once_and_before_the_screen_is_there(
    address: str, page: Page, catalogue: Catalogue, written: AppServer
) -> None:
    page.goto(address)
    Reader(page, catalogue).arrive("compare" if address == "/compare" else "start")
    begun: dict[str, list[float]] = page.evaluate(
        """() => {
            const begun = {};
            for (const entry of performance.getEntriesByType('resource'))
                (begun[entry.name.split('/').pop()] ??= []).push(entry.startTime);
            return begun;
        }"""
    )
    needed = [drawn_by(name) for name in ("Button", "Html", "PageLink", "BidiComponent")]
    for name in (address.rsplit("/", 1)[-1] for part in needed for address in part):
        assert len(begun[name]) == 1, name
        assert begun[name][0] < begun["health"][0], name
