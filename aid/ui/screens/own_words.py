"""A box for own words, kept in one field of the answers."""

from __future__ import annotations

from typing import Final

import streamlit as st

from aid.catalogue.answer_fields import MOST_CHARACTERS
from aid.ui import runtime
from aid.ui.layout import problems
from aid.ui.session import actions, record, widgets

LOW: Final = 68
"""The height of a box, in pixels: two lines. It can be dragged larger."""


def show(label: str, field: str, *, label_shown: bool = False) -> None:
    """Draw the box.

    A text that is too long stays in the box with a sentence that says so; the answers keep the
    last text that fitted.

    Args:
        label: Names the box.
        field: The field of ``Answers``.
        label_shown: Whether the label is drawn; otherwise a heading above says it.
    """
    key = widgets.key_for(field)
    text: str = widgets.seed(key, getattr(record.answers(), field))
    if label_shown:
        problems.here(key)
    st.text_area(
        label,
        text,
        key=key,
        height=LOW,
        label_visibility="visible" if label_shown else "collapsed",
        **actions.on_change(_keep, field),
    )


def too_long(text: str) -> str | None:
    """The sentence that says that a text does not fit, or ``None`` where it does."""
    if len(text) <= MOST_CHARACTERS:
        return None
    return runtime.catalogue().interface.questionnaire.too_long.format(
        count=f"{len(text):,}", most=f"{MOST_CHARACTERS:,}"
    )


def _keep(field: str) -> actions.Parts:
    key = widgets.key_for(field)
    text: str = widgets.value(key)
    problem = too_long(text)
    record.set_problem(key, problem, unfit=text if problem else None)
    if problem is None:
        record.change(**{field: text})
    # A text is sent when its box is left, often by going to another screen: Streamlit mixes up a
    # run of some parts with the one for that screen, and the page stays empty.
    return ("whole",)
