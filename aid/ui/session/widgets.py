"""What widgets show and hold.

A widget is given the stored value before it is drawn, and its value is copied back when it changes,
so that answers survive moving between screens in any order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

import streamlit as st

from aid.ui.session import record

_PREFIX: Final = "ask."
_UNKNOWN: Final = object()

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


def seed(key: str, value: object, *, is_typed: bool = False) -> str:
    """Put the stored value into a widget before it is drawn.

    A widget that already holds the value is not overwritten: that would discard a click in flight.
    Only where the browser asked for the whole screen by itself is a choice set all the same: after
    a lost connection it may have forgotten it. A text that could not be used comes back as it was
    typed, so that a text which does not fit is never lost.

    Args:
        key: The widget.
        value: What is stored.
        is_typed: Whether the widget is a box for own words.

    Returns:
        The widget's key.
    """
    session = record.current()
    value = session.unfit.get(key, value)
    held = st.session_state.get(key, _UNKNOWN)
    is_first = session.opening is not None and session.opening.is_first_run
    if held is _UNKNOWN and is_first and not value:
        return key  # empty anyway, unless the browser still holds something (see recovery)
    again = session.is_unasked and not is_first and not is_typed
    if held is _UNKNOWN or held != value or again or key in session.first_seeded:
        st.session_state[key] = value
        # The second run follows the first so soon that a browser may draw only the second, and
        # Streamlit sends a value that the script has set only once.
        if is_first:
            session.first_seeded.add(key)
        else:
            session.first_seeded.discard(key)
    return key
