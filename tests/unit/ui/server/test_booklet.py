"""The booklet's addresses: one making for all who wait, one sentence where it fails."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import Paper
from aid.errors import BookletError
from aid.ui.server import booklet
from aid.ui.server.booklet import Booklets, made_by_a_child, routes


class Maker:
    """Makes a file slowly, and counts."""

    def __init__(self, failures: int = 0) -> None:
        self.made: list[Paper] = []
        self.at_once = self.most_at_once = 0
        self.failures = failures

    async def __call__(self, paper: Paper) -> bytes:
        self.made.append(paper)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0.01)
        self.at_once -= 1
        if len(self.made) <= self.failures:
            raise BookletError(("It could not be made.",))
        return f"%PDF {paper}".encode()


def test_five_readers_at_once_start_one_making() -> None:
    maker = Maker()

    async def five() -> list[bytes]:
        booklets = Booklets(maker)
        first = await asyncio.gather(*(booklets.file("a4") for _ in range(5)))
        return [*first, await booklets.file("a4")]

    assert asyncio.run(five()) == [b"%PDF a4"] * 6
    assert maker.made == ["a4"]


def test_two_papers_are_made_one_after_the_other() -> None:
    maker = Maker()

    async def both() -> list[bytes]:
        booklets = Booklets(maker)
        return [*await asyncio.gather(booklets.file("a4"), booklets.file("letter"))]

    assert asyncio.run(both()) == [b"%PDF a4", b"%PDF letter"]
    assert maker.most_at_once == 1


def test_a_reader_who_goes_away_ends_it_for_nobody() -> None:
    maker = Maker()

    async def one_leaves() -> bytes:
        booklets = Booklets(maker)
        leaves = asyncio.create_task(booklets.file("a4"))
        stays = asyncio.create_task(booklets.file("a4"))
        await asyncio.sleep(0)
        leaves.cancel()
        return await stays

    assert asyncio.run(one_leaves()) == b"%PDF a4"
    assert maker.made == ["a4"]


def test_a_failure_is_one_kind_sentence_and_the_next_reader_has_it(catalogue: Catalogue) -> None:
    words = catalogue.interface.methods
    served = {route.path: route.endpoint for route in routes("/scars", Maker(failures=1))}
    assert list(served) == ["/scars/booklet-a4.pdf", "/scars/booklet-letter.pdf"]

    async def answers() -> list[Response]:
        send = served["/scars/booklet-letter.pdf"]
        failed, made = await send(asked()), await send(asked())
        return [failed, made, await send(asked(made.headers["etag"]))]

    failed, made, known = asyncio.run(answers())
    assert (failed.status_code, failed.body) == (503, words.booklet_failed.encode())
    assert (made.status_code, made.body) == (200, b"%PDF letter")
    assert made.headers["content-type"] == "application/pdf"
    assert words.booklet_file.format(paper="letter") in made.headers["content-disposition"]
    assert (known.status_code, known.body) == (304, b"")


def asked(tag: str = "") -> Request:
    headers = [(b"if-none-match", tag.encode())] if tag else []
    return Request({"type": "http", "method": "GET", "headers": headers})


@pytest.mark.parametrize(
    ("program", "longest"), [("raise SystemExit(3)", 60.0), ("import time; time.sleep(60)", 0.3)]
)
def test_a_child_that_fails_or_hangs_is_ended_and_reported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str, longest: float
) -> None:
    (tmp_path / "aid.py").write_text(program)
    monkeypatch.setattr(booklet, "_FOLDER", tmp_path)
    monkeypatch.setattr(booklet, "_LONGEST_SECONDS", longest)
    with pytest.raises(BookletError):
        asyncio.run(made_by_a_child("a4"))


def test_a_child_hands_over_what_the_command_line_writes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "aid.py").write_text("import sys; print(sys.argv[1:])")
    monkeypatch.setattr(booklet, "_FOLDER", tmp_path)
    said = asyncio.run(made_by_a_child("letter")).decode().strip()
    assert said == str(["booklet", "--paper", "letter", "-o", "-"])
