"""Writes the pages with the first words, and again each day: a review may fall due."""

from __future__ import annotations

import asyncio
import gzip
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final

from streamlit.runtime import Runtime

from aid.catalogue.addresses import ADDRESS_BY_PATH, ADDRESSES, Address
from aid.ui import runtime
from aid.ui.browser import tab_script
from aid.ui.first_words.page import page
from aid.ui.first_words.run import run_of
from aid.ui.first_words.words import Words, words
from aid.ui.server import run_log
from aid.ui.server.shelf import Kept, Shelf
from aid.ui.server.streamlit_files import drawn_by
from aid.ui.server.unwritten import Unwritten

_LATE: Final = ("ArrowVegaLiteChart",)
"""Drawn far down on a screen: large, and in the way of what the screen begins with."""


def keep_written(
    shelf: Shelf, unwritten: Unwritten, loop: asyncio.AbstractEventLoop, also: Iterable[str]
) -> None:
    """Write all pages now and once a day, for as long as the server runs, and compress them.

    Until then, or where Streamlit's page is not as it was, its own is sent, without the words.

    Args:
        shelf: Where they are put.
        unwritten: Their addresses, in the order in which they are written the first time.
        loop: The server's; this function is called on another thread.
        also: Addresses of other files to compress.
    """
    places: Iterable[str] = unwritten.in_turn(loop)
    while Runtime.exists():
        needed = [script for place in places for script in _write(shelf, place, loop)]
        places = tuple(map(_place, ADDRESSES))
        late = [script for name in _LATE for script in drawn_by(name)]
        shelf.pack([*places, *also, *needed, *late])
        time.sleep(_seconds_until_tomorrow())


def _write(shelf: Shelf, place: str, loop: asyncio.AbstractEventLoop) -> list[str]:
    """Write the page of a screen, and return the addresses of the scripts that it needs."""
    address = ADDRESS_BY_PATH[place.removeprefix("/")]
    try:
        sent = asyncio.run_coroutine_threadsafe(run_of(address), loop).result()
        said = words(sent, address.page)
        scripts = [*_scripts(said), tab_script.ADDRESS]
        text = page(runtime.catalogue(), address, said, scripts).encode("utf-8")
        small = gzip.compress(text, mtime=0)  # nearly every browser gets it with Brotli
    except Exception as error:  # whatever it is, the reader gets Streamlit's own page
        run_log.failed("first words", error)
        return []
    shelf.put(place, Kept(partial(gzip.decompress, small), "text/html", "no-cache"))
    return scripts


def _place(address: Address) -> str:
    return f"/{address.path}"


def _scripts(said: Words) -> list[str]:
    """The scripts that draw the elements of a screen: named like the elements, in capitals."""
    names = ("".join(part.capitalize() for part in kind.split("_")) for kind in sorted(said.kinds))
    return list(dict.fromkeys(script for name in names for script in drawn_by(name)))


def _seconds_until_tomorrow() -> float:
    now = datetime.now(UTC)
    tomorrow = (now + timedelta(days=1)).replace(hour=0, minute=0, second=1)
    return (tomorrow - now).total_seconds()
