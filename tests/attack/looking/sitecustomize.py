"""Loaded by a server under test at its start: it then looks for a text in its own live objects.

Send SIGUSR2: it reads the text from a file and writes the kinds of objects that hold it. Where
MINUTE_SECONDS is set, a wait of exactly a minute takes that long.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from google.protobuf.message import Message


def _holds(value: Any, text: str) -> bool:
    if isinstance(value, str):
        return text in value
    if isinstance(value, bytes | bytearray):
        return text.encode() in value
    if isinstance(value, Message):
        return text.encode() in value.SerializeToString()
    return False


def _holders(text: str) -> list[str]:
    """The kind of each object that holds the text, and of what holds that object."""
    found: dict[int, str] = {}
    for holder in gc.get_objects():
        for value in gc.get_referents(holder):
            if id(value) not in found and value is not text and _holds(value, text):
                found[id(value)] = f"{type(value).__name__} in {type(holder).__qualname__}"
    return list(found.values())


def _look(folder: Path) -> None:
    gc.unfreeze()  # what is frozen is not listed
    (folder / "answer.part").write_text(json.dumps(_holders((folder / "text").read_text())))
    (folder / "answer.part").rename(folder / "answer.json")


if "streamlit" in sys.orig_argv:
    _folder = Path(os.environ["LOOKING_FOLDER"])

    def _asked(*_: object) -> None:
        # On a thread of its own: here, what the server is just doing would be held as well.
        threading.Thread(target=_look, args=(_folder,)).start()

    signal.signal(signal.SIGUSR2, _asked)

    if "MINUTE_SECONDS" in os.environ:
        _sleep, _minute = asyncio.sleep, float(os.environ["MINUTE_SECONDS"])

        def _shorter(delay: float, result: Any = None) -> Any:
            return _sleep(_minute if delay == 60 else delay, result)

        asyncio.sleep = _shorter
