"""What widgets show and hold.

A widget is given the stored value before it is drawn, and its value is copied back when it changes,
so that answers survive moving between screens in any order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final, TypeVar, cast

import streamlit as st

from aid.ui.session import record

_PREFIX: Final = "ask."
_UNKNOWN: Final = object()
_NO_NAME: Final = re.compile(r"[^a-zA-Z0-9_-]")

_Value = TypeVar("_Value")

_held: ContextVar[Mapping[str, Any]] = ContextVar("_held")
"""During an action: a copy of what the widgets hold. Reading the copy ends no run."""


@contextmanager
def holding(held: Mapping[str, Any]) -> Iterator[None]:
    """Let ``value`` and ``ticked`` read from a copy of what the widgets hold."""
    token = _held.set(held)
    try:
        yield
    finally:
        _held.reset(token)


def key_for(name: str, option: str = "") -> str:
    """The key of a widget; ``option`` for one tick of several."""
    return f"{_PREFIX}{name}.{option}" if option else f"{_PREFIX}{name}"


def value(key: str) -> Any:
    """What a widget holds; for actions."""
    return _held.get().get(key)


def pressed(held: Mapping[str, Any]) -> list[str]:
    """Keys of the pressed buttons: without our prefix, nothing else holds True."""
    return [key for key, value in held.items() if value is True and not key.startswith(_PREFIX)]


def ticked(name: str, options: tuple[str, ...]) -> tuple[str, ...]:
    """Which of several boxes are ticked, in the order of the options; for actions."""
    held = _held.get()
    return tuple(item for item in options if held.get(key_for(name, item)))


def seed(key: str, value: _Value, *, is_kept: bool = True) -> _Value:
    """Put the stored value into a widget before it is drawn.

    A widget that already holds the value is not overwritten: that would discard a click in flight.
    A text that could not be used comes back as it was typed, so that a text which does not fit is
    never lost.

    The first run of a session on a page that was open sets what the reader has not touched there,
    if it has the tab's copy to go by; ``recovery`` takes over the rest.

    Args:
        key: The widget.
        value: What is stored.
        is_kept: Whether the tab's copy has it; a choice of how to look at things is in no copy.

    Returns:
        What the widget is to begin with, for its own argument. Streamlit sends a value that the
        script sets only once; a browser that draws only the next run has this one.
    """
    session = record.current()
    if key in session.unfit:
        value = cast("_Value", session.unfit[key])
    opening = session.opening
    if opening is not None:
        knows = opening.is_open and opening.has_copy and is_kept
        if knows and class_name(key) not in opening.touched:
            st.session_state[key] = value
        return value
    if st.session_state.get(key, _UNKNOWN) != value:
        st.session_state[key] = value
    return value


def place(options: Sequence[object], value: object) -> int | None:
    """Where the value of a choice stands among its options, for a widget that begins with it."""
    return options.index(value) if value in options else None


def class_name(key: str) -> str:
    """The class that Streamlit gives in the browser to a widget with this key."""
    return f"st-key-{_NO_NAME.sub('-', key)}"
