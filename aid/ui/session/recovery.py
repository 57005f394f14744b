"""How a session that has just begun takes over from one that was lost."""

from __future__ import annotations

import streamlit as st

from aid.answers.model import Answers
from aid.errors import AnswersError
from aid.ui.session import actions, record


def take_over_screen() -> None:
    """In a session's first run, copy what the widgets hold into the answers.

    A page that is still open after the server lost its session brings its widgets' values along,
    the reader's last click among them. Nothing was seeded over them (``widgets.seed``), and no
    action was called, because to this session nothing has changed.
    """
    opening = record.current().opening
    if opening is None or not opening.is_first_run:
        return
    held = st.session_state.to_dict()  # may end the run: then the next one takes over
    opening.is_first_run = False
    for action, arguments in opening.actions:
        actions.carry_out(held, action, *arguments)
    opening.actions = {}


def bring_back(kept: Answers, *, screen_counts: bool) -> None:
    """Put kept answers beside those of this session. What the reader just did wins.

    Args:
        kept: Answers that the browser had kept.
        screen_counts: Whether the session began on a page that was open already. Then everything
            that its first screen asks is as the reader left it there, empty or not.
    """
    session = record.current()
    current, empty = session.answers, Answers()
    fields = type(current).model_fields
    winning = {name for name in fields if getattr(current, name) != getattr(empty, name)}
    if screen_counts and session.opening is not None:
        winning |= session.opening.fields
    session.opening = None
    changed = {name: getattr(current, name) for name in fields if name in winning}
    try:
        session.answers = kept.with_values(**changed)
    except AnswersError:  # the two do not fit together, such as a top concern that is not ticked
        session.answers = kept


def nothing_kept() -> None:
    """Go on with what this session has, because the browser had kept no answers."""
    record.current().opening = None
