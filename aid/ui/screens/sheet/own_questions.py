"""The reader's own questions."""

from __future__ import annotations

import streamlit as st

from aid.catalogue.answer_fields import MOST_OWN_QUESTIONS
from aid.ui import runtime
from aid.ui.layout import problems
from aid.ui.layout.html import html
from aid.ui.screens import own_words
from aid.ui.session import actions, record, widgets
from aid.views.elements import paragraph


def show() -> None:
    """Draw a box for each question of the reader's own, and one more while there is room."""
    words = runtime.catalogue().interface.sheet_page
    own = record.answers().own_questions
    boxes = min(len(own) + 1, MOST_OWN_QUESTIONS)
    keys = [widgets.key_for("own_questions", str(number)) for number in range(boxes)]
    title = words.own_title if not own else words.own_count.format(count=len(own))
    # With a key it stays open when its title, which counts, changes.
    with st.expander(title, key="own-questions", expanded=problems.any_of(keys)):
        html(paragraph(words.own_hint.format(count=MOST_OWN_QUESTIONS), "hint"))
        for number, key in enumerate(keys):
            text = own[number] if number < len(own) else ""
            text = widgets.seed(key, text)
            problems.here(key)
            st.text_area(
                words.own_label.format(number=number + 1),
                text,
                key=key,
                height=own_words.LOW,
                **actions.on_change(_keep, number, boxes),
            )


def _keep(changed: int, boxes: int) -> actions.Parts:
    key = widgets.key_for("own_questions", str(changed))
    text: str = widgets.value(key)
    problem = own_words.too_long(text)
    record.set_problem(key, problem, unfit=text if problem else None)
    if problem is None:
        texts = [_text(number) for number in range(boxes)]
        record.change(own_questions=tuple(text for text in texts if text.strip()))
    return ("whole",)  # there may be another box now, or the texts may have moved up


def _text(number: int) -> str:
    """What one box adds to the answers: its text, or the last one that fitted."""
    text: str = widgets.value(widgets.key_for("own_questions", str(number))) or ""
    own = record.answers().own_questions
    return text if own_words.too_long(text) is None else own[number] if number < len(own) else ""
