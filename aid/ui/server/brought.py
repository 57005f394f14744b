"""What a tab brings along when its socket opens, for the first run of a new session.

Streamlit's own messages have no room for it. So the tab says it in one text before them
(``browser/bring_along.js``), the gate takes it, and the session's first run fetches it here.
"""

from __future__ import annotations

from itertools import count
from typing import Annotated, Final

import streamlit as st
from pydantic import BaseModel, ConfigDict, Field

HEADER: Final = "x-aid-brought"
"""Tells a session which of those that wait is its own. What a browser says in it is dropped."""

MOST_CHARACTERS: Final = 1_000_000
"""Room for the answers that a tab may keep, twice quoted."""

_MOST_TOUCHED: Final = 500
_ClassName = Annotated[str, Field(max_length=200)]


class UnleftWords(BaseModel):
    """The words of a box that was not left yet.

    Attributes:
        key: The class name of the box.
        text: The words, or an empty text where the box was emptied.
        before: What the box held when it was last among the answers.
    """

    model_config = ConfigDict(frozen=True)

    key: _ClassName
    text: str
    before: str


class Brought(BaseModel):
    """What a tab brings along.

    Attributes:
        number: The tab's number for this socket; told back once the session has begun.
        answers: Its copy of the answers, or an empty text.
        words: The last words that may not be in the copy yet.
        again: Whether the page was open already: a server lost its session, not the reader.
        reloaded: Whether the reader has loaded the page again.
        blocked: Whether the browser lets the tab keep nothing.
        orders: Whether the questions of the sheet show their ways up and down.
        touched: Class names of the widgets that the reader has touched on this screen.
    """

    model_config = ConfigDict(frozen=True)

    number: int = 0
    answers: str = ""
    words: UnleftWords | None = None
    again: bool = False
    reloaded: bool = False
    blocked: bool = False
    orders: bool = False
    touched: Annotated[frozenset[_ClassName], Field(max_length=_MOST_TOUCHED)] = frozenset()


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
    return _waiting.pop(st.context.headers.get(HEADER) or "", Brought())
