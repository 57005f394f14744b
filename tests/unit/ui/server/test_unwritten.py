"""A page that somebody asks for is written before the others, and its reader waits for it."""

from __future__ import annotations

import asyncio

import pytest

from aid.ui.server import unwritten
from aid.ui.server.unwritten import Unwritten

PAGES = ("/", "/scars", "/compare", "/about")


def test_pages_are_written_in_their_order_and_those_asked_for_first() -> None:
    async def serve() -> list[str]:
        pages = Unwritten(PAGES)
        turns, written = pages.in_turn(asyncio.get_running_loop()), []

        async def asks(page: str) -> None:
            await pages.written(page)
            assert page in written

        written.append(next(turns))
        readers = [asyncio.create_task(asks(page)) for page in ("/about", "/compare", "/about")]
        await asyncio.sleep(0)  # all have asked
        for page in turns:
            written.append(page)
            await asyncio.sleep(0)
        await asyncio.gather(*readers)
        return written

    assert asyncio.run(serve()) == ["/", "/about", "/compare", "/scars"]


def test_nobody_waits_for_what_is_written_or_is_no_page() -> None:
    async def serve() -> None:
        pages = Unwritten(PAGES)
        await asyncio.wait_for(pages.written("/static/js/index.js"), 60)
        for _ in pages.in_turn(asyncio.get_running_loop()):
            pass
        await asyncio.wait_for(pages.written("/about"), 60)

    asyncio.run(serve())


def test_a_page_that_is_not_written_is_not_waited_for_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(unwritten, "_MOST_SECONDS", 0.01)
    asyncio.run(Unwritten(PAGES).written("/about"))
