"""What tabs have brought along waits here for the first runs of their sessions.

Streamlit's own messages have no room for it. So the tab says it in one text before them
(``browser/bring_along.js``), the gate takes it, and the session's first run fetches it here.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

import streamlit as st

if TYPE_CHECKING:
    from aid.ui.server.brought import Brought

HEADER: Final = "x-aid-brought"
"""Tells a session which of those that wait is its own. What a browser says in it is dropped."""

_waiting: dict[str, Brought] = {}
_names = count()


def leave(brought: Brought) -> str:
    """Keep what a tab has brought until its session fetches it; the name it is kept under."""
    name = str(next(_names))
    _waiting[name] = brought
    return name


def forget(name: str) -> None:
    """Forget what was not fetched."""
    _waiting.pop(name, None)


def fetch() -> Brought:
    """What the tab of this run's session has brought; nothing, where it was fetched before."""
    from aid.ui.server.brought import Brought  # the start does not wait for it

    return _waiting.pop(st.context.headers.get(HEADER) or "", Brought())
