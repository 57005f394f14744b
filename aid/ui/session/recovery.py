"""How a session that has just begun takes over from one that was lost."""

from __future__ import annotations

import streamlit as st

from aid.ui.session import actions, record


def begin_from(*, is_open: bool, has_copy: bool, touched: frozenset[str]) -> None:
    """Note on what the first run draws: what the tab has brought along, taken in already.

    Args:
        is_open: Whether the page was open already.
        has_copy: Whether there was a copy of the answers.
        touched: Class names of the widgets that the reader has touched on the screen.
    """
    record.current().opening = record.Opening(
        is_taken_in=True, is_open=is_open, has_copy=has_copy, touched=touched
    )


def take_over_screen() -> bool:
    """At the end of a session's first run, copy what the widgets hold into the answers.

    A page that is still open after the server lost its session brings its widgets' values along,
    the reader's last click among them. Nothing was seeded over what the reader has touched
    (``widgets.seed``), and no action was called, because to this session nothing has changed.

    Returns:
        Whether the screen must be drawn again, because it was drawn without them.
    """
    session = record.current()
    if session.opening is None:
        return False
    held = st.session_state.to_dict()  # may end the run: then the next one takes over
    opening, session.opening = session.opening, None
    if not opening.is_open:
        return False
    for action, arguments in opening.actions:
        actions.carry_out(held, action, *arguments)
    return True
