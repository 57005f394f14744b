"""Files are compressed once, each in the way that a browser takes, and known by their tags."""

from __future__ import annotations

import asyncio
import gzip
from pathlib import Path
from typing import NamedTuple

import brotli
import pytest
import streamlit
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import Message

from aid.ui.server.packed import Packed
from aid.ui.server.shelf import Kept, Shelf, encodings_taken, files_of
from aid.ui.server.streamlit_files import (
    drawn_by,
    named_in_page,
    only_fonts_in_use,
    streamlit_files,
)
from aid.ui.server.typeface import typeface_files
from aid.ui.server.unwritten import Unwritten

SCRIPT = b"export const word = 'dent';\n" * 200
ADDRESS = "/static/js/word.js"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "word.js").write_bytes(SCRIPT)
    (tmp_path / "js" / "word.png").write_bytes(b"a picture")
    return Shelf(files_of(tmp_path, "/static", "public, immutable, max-age=31536000"))


class Reply(NamedTuple):
    """What came back, with the body as a browser reads it."""

    status: int
    headers: Headers
    body: bytes

    @property
    def plain(self) -> bytes:
        unpack = {"gzip": gzip.decompress, "br": brotli.decompress}
        encoding = self.headers.get("content-encoding")
        return unpack[encoding](self.body) if encoding else self.body


class Asking:
    """Asks an app that says "behind" to whatever reaches it through the shelf."""

    def __init__(self, shelf: Shelf, base: str = "") -> None:
        self._app = Packed(PlainTextResponse("behind"), shelf, Unwritten([]), base)

    def get(self, path: str, *, method: str = "GET", **headers: str) -> Reply:
        sent: list[Message] = []

        async def receive() -> Message:
            await asyncio.sleep(60)  # the browser says nothing more
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            sent.append(message)

        named = [(name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()]
        scope = {"type": "http", "method": method, "path": path, "headers": named}
        asyncio.run(self._app(scope, receive, send))
        body = b"".join(part["body"] for part in sent[1:])
        return Reply(sent[0]["status"], Headers(raw=sent[0]["headers"]), body)


@pytest.mark.parametrize(
    ("accepted", "taken"),
    [
        ("", set()),
        ("gzip, deflate, br, zstd", {"gzip", "deflate", "br", "zstd"}),
        ("br;q=0, gzip;q=0.5", {"gzip"}),
        ("BR ; q=1.0,gzip;q=0.000", {"br"}),
    ],
)
def test_a_browser_says_which_encodings_it_takes(accepted: str, taken: set[str]) -> None:
    assert encodings_taken(accepted) == taken


def test_gzip_is_sent_until_brotli_is_made(shelf: Shelf) -> None:
    asking = Asking(shelf)
    first = asking.get(ADDRESS, accept_encoding="gzip, deflate, br")
    shelf.pack([ADDRESS, "/no/such/file.js"])
    best = asking.get(ADDRESS, accept_encoding="gzip, deflate, br")
    plain = asking.get(ADDRESS)
    assert [reply.headers.get("content-encoding") for reply in (first, best, plain)] == [
        "gzip",
        "br",
        None,
    ]
    for reply in (first, best, plain):
        assert reply.plain == SCRIPT
        assert int(reply.headers["content-length"]) == len(reply.body)
        assert reply.headers["vary"] == "Accept-Encoding"
        assert reply.headers["cache-control"] == "public, immutable, max-age=31536000"
        assert reply.headers["content-type"] == "text/javascript; charset=utf-8"


def test_each_encoding_has_a_tag_of_its_own_and_any_of_them_is_known_again(shelf: Shelf) -> None:
    shelf.pack([ADDRESS])
    asking = Asking(shelf)
    tags = set()
    for encoding in ("identity", "gzip", "br"):
        tag = asking.get(ADDRESS, accept_encoding=encoding).headers["etag"]
        tags.add(tag)
        for asked in (tag, f'"of-another", W/{tag}'):
            again = asking.get(ADDRESS, accept_encoding=f"{encoding}, br", if_none_match=asked)
            assert (again.status, again.body) == (304, b"")
            assert again.headers["etag"] == tag
            assert again.headers["vary"] == "Accept-Encoding"
    assert len(tags) == 3


def test_the_time_of_the_file_is_known_again_where_no_tag_is_asked_for(shelf: Shelf) -> None:
    asking = Asking(shelf)
    first = asking.get(ADDRESS, accept_encoding="gzip")
    asked = {"accept_encoding": "gzip", "if_modified_since": first.headers["last-modified"]}
    again = asking.get(ADDRESS, **asked)
    assert (again.status, again.headers["etag"]) == (304, first.headers["etag"])
    assert asking.get(ADDRESS, **asked, if_none_match='"older"').status == 200
    asked["if_modified_since"] = "Thu, 01 Jan 2026 00:00:00 GMT"
    assert asking.get(ADDRESS, **asked).status == 200


def test_a_copy_in_an_encoding_that_is_not_taken_is_sent_anew(shelf: Shelf) -> None:
    asking = Asking(shelf)
    tag = asking.get(ADDRESS, accept_encoding="gzip").headers["etag"]
    assert asking.get(ADDRESS, if_none_match=tag).plain == SCRIPT


def test_a_part_is_a_part_of_the_file_as_it_is(shelf: Shelf) -> None:
    asking = Asking(shelf)
    tag = asking.get(ADDRESS).headers["etag"]
    part = asking.get(ADDRESS, range="bytes=2-9", if_range=tag)
    assert (part.status, part.body) == (206, SCRIPT[2:10])
    older = asking.get(ADDRESS, range="bytes=2-9", if_range='"older"')
    assert (older.status, older.body) == (200, SCRIPT)
    packed = asking.get(ADDRESS, range="bytes=2-9", accept_encoding="gzip")
    assert (packed.status, packed.plain) == (200, SCRIPT)


@pytest.mark.parametrize("base", ["", "/scars"])
def test_only_files_of_the_shelf_are_answered_for(shelf: Shelf, base: str) -> None:
    asking = Asking(shelf, base)
    assert asking.get(base + ADDRESS).body == SCRIPT
    assert asking.get(base + ADDRESS, method="POST").body == b"behind"
    for other in ("/static/js/word.png", "/static/js/none.js", "/", f"/other{ADDRESS}"):
        assert asking.get(base + other).body == b"behind"


def test_a_file_that_is_edited_is_sent_so_in_every_encoding() -> None:
    shelf = Shelf({"/word.css": Kept(lambda: b"b{}", "text/css", "public")})
    shelf.pack(["/word.css"])
    for encoding in ("identity", "gzip", "br"):
        assert Asking(shelf).get("/word.css", accept_encoding=encoding).plain == b"b{}"


def test_what_the_page_of_streamlit_names_is_on_the_shelf() -> None:
    on_shelf = streamlit_files()
    named = named_in_page()
    assert len(named) > 50
    assert {name for name in named if name.endswith((".js", ".css"))} <= set(on_shelf)
    assert set(drawn_by("PageLink")) <= set(on_shelf)
    assert {"/typeface/AtkinsonHyperlegible-Regular.ttf"} <= set(typeface_files())


def test_a_script_brings_what_it_imports_beyond_what_the_page_names() -> None:
    named = set(named_in_page())
    for start, brings in (("PageLink", ""), ("Html", "purify.es."), ("BidiComponent", "record")):
        found = drawn_by(start)
        assert found[0].startswith(f"/static/js/{start}.")
        assert any(brings in name for name in found[1:]) or not brings
        assert not named & set(found)
    assert drawn_by("NoSuchElement") == []


def test_what_is_put_on_the_shelf_takes_the_place_of_what_was_there(shelf: Shelf) -> None:
    asking = Asking(shelf)
    shelf.pack([ADDRESS])
    before = asking.get(ADDRESS, accept_encoding="br").headers["etag"]
    shelf.put(ADDRESS, Kept(lambda: b"other words", "text/html", "no-cache"))
    for encoding in ("br", "gzip, br", "identity"):
        reply = asking.get(ADDRESS, accept_encoding=encoding, if_none_match=before)
        assert (reply.status, reply.plain) == (200, b"other words")
        assert reply.headers["content-type"] == "text/html; charset=utf-8"


def test_the_style_sheet_of_streamlit_has_the_fonts_that_are_left_out() -> None:
    """Where a new Streamlit has other words here, its fonts would be fetched again."""
    (sheet,) = [name for name in named_in_page() if name.endswith(".css")]
    before = (Path(streamlit.__file__).parent / "static" / sheet[1:]).read_bytes()
    after = streamlit_files()[sheet].plain()
    assert after == only_fonts_in_use(before)
    assert before.count(b"{font-family:Source Sans;") == 2
    assert before.count(b"@font-face{font-family:Material Symbols Rounded;") == 1
    assert b"font-family:Source Sans;" not in after
    icons = b"@font-face{font-family:Material Symbols Rounded;unicode-range:U+5F,U+30-39,U+61-7A;"
    assert after.count(icons) == 1
    assert before.count(b"@font-face") - after.count(b"@font-face") == 2
