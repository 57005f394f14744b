"""Every kind of file that a browser fetches, asked for in every way that a browser asks.

A reload asks whether a file has changed (304). Where the answer is wrong, Safari's engine shows a
blank page, and others lose the typeface.
"""

from __future__ import annotations

import http.client
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from tests.conftest import AppServer

pytestmark = pytest.mark.browser

DOCUMENT = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"
ENCODINGS = ("identity", "gzip, deflate, br, zstd")


@dataclass(frozen=True)
class Reply:
    """What the server sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def asked(server: AppServer, path: str, *, method: str = "GET", **headers: str) -> Reply:
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=60)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        response = connection.getresponse()
        found = {name.lower(): value for name, value in response.getheaders()}
        return Reply(response.status, found, response.read())
    finally:
        connection.close()


@pytest.fixture(scope="module")
def packed(server: AppServer) -> AppServer:
    """The running app, once the last of its files has been compressed in the best way."""
    last, deadline = "/typeface/AtkinsonHyperlegible-Regular.ttf", time.monotonic() + 60
    while asked(server, last, accept_encoding="br").headers.get("content-encoding") != "br":
        assert time.monotonic() < deadline, "nothing was compressed"
        time.sleep(0.1)
    return server


@pytest.fixture(scope="module")
def files(packed: AppServer) -> dict[str, str]:
    """One address for each kind of file that the page and its style sheets name, by its ending."""
    server = packed
    page = asked(server, "/").body.decode()
    names = re.findall(r'(?:src|href)="\./((?:static/|favicon)[^"]*\.\w+)"', page)
    folder = "static/css/"
    for sheet in [name for name in names if name.endswith(".css")]:
        style = asked(server, f"/{sheet}").body.decode()
        names += [f"{folder}{name}" for name in re.findall(r"url\(\./([^)]+\.\w+)\)", style)]
    names.append("typeface/AtkinsonHyperlegible-Regular.ttf")
    return {name.rsplit(".", 1)[-1]: f"/{name}" for name in names}


def test_scripts_styles_fonts_and_pictures_are_among_them(files: dict[str, str]) -> None:
    assert {"js", "css", "png", "ttf"} <= set(files)


@pytest.mark.parametrize("accept", ["*/*", DOCUMENT])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_file_that_has_not_changed_is_not_sent_again(
    server: AppServer, files: dict[str, str], encoding: str, accept: str
) -> None:
    for path in files.values():
        first = asked(server, path, accept=accept, accept_encoding=encoding)
        assert (first.status, bool(first.body)) == (200, True), path
        known = {"etag": "if_none_match", "last-modified": "if_modified_since"}
        assert set(known) & set(first.headers), path
        for name, question in known.items():
            if name in first.headers:
                again = asked(
                    server,
                    path,
                    accept=accept,
                    accept_encoding=encoding,
                    **{question: first.headers[name]},
                )
                assert (again.status, again.body) == (304, b""), (path, question)
                assert again.headers.get("etag") == first.headers.get("etag"), path


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_file_that_has_changed_is_sent_whole(
    server: AppServer, files: dict[str, str], encoding: str
) -> None:
    for path in files.values():
        reply = asked(server, path, accept_encoding=encoding, if_none_match='"of-an-older-file"')
        assert reply.status == 200, path
        assert reply.body == asked(server, path, accept_encoding=encoding).body, path


def test_the_head_of_a_file_is_that_of_the_whole_file(
    server: AppServer, files: dict[str, str]
) -> None:
    for path in files.values():
        whole, head = asked(server, path), asked(server, path, method="HEAD")
        assert (head.status, head.body) == (200, b""), path
        for name in ("content-type", "content-length", "etag"):
            assert head.headers.get(name) == whole.headers.get(name), (path, name)


def test_a_part_of_a_file_is_that_part(server: AppServer, files: dict[str, str]) -> None:
    for path in files.values():
        whole = asked(server, path, accept_encoding="identity").body
        part = asked(server, path, accept_encoding="identity", range="bytes=2-9")
        assert part.status in (200, 206), path
        assert part.body == (whole[2:10] if part.status == 206 else whole), path
        if part.status == 206:
            assert part.headers["content-range"] == f"bytes 2-9/{len(whole)}", path
            beyond = asked(server, path, range=f"bytes={len(whole)}-")
            assert beyond.status == 416, path


@pytest.mark.parametrize(("accepted", "encoding"), [("gzip", "gzip"), ("gzip, deflate, br", "br")])
def test_scripts_styles_and_the_typeface_are_sent_compressed_and_kept(
    server: AppServer, files: dict[str, str], accepted: str, encoding: str
) -> None:
    for kind in ("js", "css", "ttf"):
        plain = asked(server, files[kind], accept_encoding="identity")
        small = asked(server, files[kind], accept_encoding=accepted)
        assert small.headers["content-encoding"] == encoding, kind
        assert len(small.body) < len(plain.body), kind
        assert small.headers["etag"] != plain.headers["etag"], kind
        for reply in (plain, small):
            assert reply.headers["vary"] == "Accept-Encoding", kind
            assert "max-age=" in reply.headers["cache-control"], kind
            assert "content-security-policy" in reply.headers, kind
