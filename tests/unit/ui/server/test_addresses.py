"""Streamlit's page is given at the addresses of screens alone, however odd the request is."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Message, Receive, Scope, Send

from aid.ui.server.addresses import SCREENS, KnownAddresses

PAGE = b"<!doctype html>the page"
FILES = {"/favicon.png": b"image/png", "/_stcore/health": b"text/plain"}
ETAG = b'"of-the-file"'
DOCUMENT, ANYTHING = b"text/html,*/*;q=0.8", b"*/*"


async def like_streamlit(scope: Scope, receive: Receive, send: Send) -> None:
    """Some files, a redirect, a file that has not changed, and the page at every other address."""
    if dict(scope["headers"]).get(b"if-none-match") == ETAG and scope["path"] in FILES:
        head: dict[str, Any] = {"status": 304, "headers": [(b"etag", ETAG)]}
        await send({"type": "http.response.start", **head})
        await send({"type": "http.response.body", "body": b""})
        return
    kind = FILES.get(scope["path"].removeprefix("/aid"), b"text/html; charset=utf-8")
    moved = scope["path"].endswith("/moved")
    headers = [(b"content-type", kind)] + [(b"location", b"https://evil.example")] * moved
    await send({"type": "http.response.start", "status": 302 if moved else 200, "headers": headers})
    await send({"type": "http.response.body", "body": PAGE, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def answer(
    path: str,
    accept: bytes = DOCUMENT,
    *headers: tuple[bytes, bytes],
    method: str = "GET",
    base: str = "",
    query: bytes = b"",
) -> tuple[int, dict[bytes, bytes], bytes]:
    """The status, the headers and the body of one answer."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: dict[str, Any] = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query,
        "headers": [(b"accept", accept), *headers],
    }
    asyncio.run(KnownAddresses(like_streamlit, base)(scope, receive, send))
    start, *parts = sent
    assert [part["type"] for part in sent].count("http.response.start") == 1
    return start["status"], dict(start["headers"]), b"".join(part["body"] for part in parts)


@pytest.mark.parametrize("base", ["", "/aid"])
@pytest.mark.parametrize("accept", [DOCUMENT, ANYTHING])
def test_every_screen_has_its_address(base: str, accept: bytes) -> None:
    for screen in ("", *SCREENS):
        assert answer(f"{base}/{screen}", accept, base=base)[2] == PAGE
    assert answer(f"{base}/compare/", accept, base=base)[2] == PAGE


@pytest.mark.parametrize("base", ["", "/aid"])
def test_files_are_passed_on_whoever_asks(base: str) -> None:
    for path, kind in FILES.items():
        for accept in (DOCUMENT, ANYTHING):
            status, headers, body = answer(base + path, accept, base=base)
            assert (status, headers[b"content-type"], body) == (200, kind, PAGE)


@pytest.mark.parametrize("accept", [DOCUMENT, ANYTHING])
def test_a_browser_that_has_the_file_hears_that_it_has_not_changed(accept: bytes) -> None:
    """A browser asks so on a reload: with any other answer the page stays blank."""
    for path in FILES:
        given = answer(path, accept, (b"if-none-match", ETAG))
        assert given == (304, {b"etag": ETAG}, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/start",
        "/nowhere",
        "//compare",
        "/compare//",
        "/compare/compare",
        "/COMPARE",
        "/compare.html",
        "/index.html",
        "/.env",
        "/x/_stcore/y",
        "/a/moved",
        "/x.y/moved",
        "/compare\0",
        "*",
    ],
)
def test_any_other_address_leads_to_the_start_or_is_not_there(path: str) -> None:
    assert answer(path)[:2] == (
        303,
        {b"location": b"/", b"cache-control": b"no-store", b"content-length": b"0"},
    )
    assert answer(path, ANYTHING) == (404, {b"content-length": b"0"}, b"")
    assert answer(path, method="POST")[0] == 404


@pytest.mark.parametrize("base", ["", "/aid"])
def test_the_address_of_an_unknown_method_leads_to_the_list_of_methods(base: str) -> None:
    for path in ("/method-", "/method-magic", "/method-subcision.html", "/method-x/y"):
        status, headers, body = answer(base + path, base=base)
        assert (status, headers[b"location"], body) == (303, f"{base}/method".encode(), b"")
        assert answer(base + path, ANYTHING, base=base)[0] == 404


def test_below_a_base_path_only_what_lies_below_it_is_a_screen() -> None:
    assert answer("/aid", base="/aid")[2] == PAGE
    for path in ("/", "/compare", "/aidcompare", "/aid/aid/compare", "/aid//compare"):
        status, headers, _ = answer(path, base="/aid")
        assert (status, headers[b"location"]) == (303, b"/aid/"), path


_piece = st.text(max_size=8) | st.sampled_from(
    ["compare", "..", ".", "%2e%2e", "\0", "_stcore", "favicon.png", "<script>", "a" * 3000, "\\"]
)


@given(
    pieces=st.lists(_piece, max_size=6),
    accept=st.sampled_from([DOCUMENT, ANYTHING]) | st.binary(max_size=20),
    method=st.sampled_from(["GET", "HEAD", "POST", "OPTIONS", "TRACE"]) | st.text(max_size=5),
    query=st.binary(max_size=40),
)
def test_no_request_however_odd_gets_the_page_or_its_own_words_back(
    pieces: list[str], accept: bytes, method: str, query: bytes
) -> None:
    path = "/" + "/".join(pieces)
    for asked in (path, unquote(path)):
        status, headers, body = answer(asked, accept, method=method, query=query)
        if asked == "/" or asked[1:].removesuffix("/") in SCREENS or asked in FILES:
            assert status == 200
            continue
        assert status in (303, 404)
        assert headers.get(b"location", b"/") == b"/"
        assert body == b""
