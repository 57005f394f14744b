"""A question that is on the sheet or not: its tick."""

from __future__ import annotations

import streamlit as st

from aid.catalogue.doctor_questions import DoctorQuestion
from aid.tailoring.question_list import (
    QuestionList,
    question_list,
    with_question,
    with_question_back,
    without_question,
)
from aid.ui import runtime
from aid.ui.screens.sheet import changed
from aid.ui.session import actions, record, widgets


def questions() -> QuestionList:
    """The questions as they stand on the screen now."""
    visit = record.visit()
    return question_list(runtime.catalogue(), record.answers(), visit.just_ticked, visit.rows)


def tick(question: DoctorQuestion, movable: tuple[str, ...]) -> None:
    """Draw the tick of one question."""
    key = _key(question.id)
    is_ticked = widgets.seed(key, question.id in movable)
    st.checkbox(question.text, is_ticked, key=key, **actions.on_change(_keep, question.id))


def _key(question_id: str) -> str:
    return widgets.key_for("keep", question_id)


def _keep(question_id: str) -> actions.Parts:
    # A click may come before the screen shows what the click before it did: look up the list.
    now, visit = questions(), record.visit()
    had_own_list = record.answers().kept_questions is not None
    movable, rows = now.movable, tuple(item.id for item in now.rows)
    is_ticked = bool(widgets.value(_key(question_id)))
    if is_ticked == (question_id in movable):
        return changed.QUESTIONS  # a list that nobody has changed goes on following the answers
    if not is_ticked:
        if question_id in rows:
            visit.rows = rows
        record.change(kept_questions=without_question(movable, question_id))
    elif question_id in visit.rows:
        record.change(kept_questions=with_question_back(movable, question_id, visit.rows))
    else:
        visit.just_ticked = (*visit.just_ticked, question_id)
        record.change(kept_questions=with_question(movable, question_id))
    # Every question stays in its place (question_list). A new list brings the way back to the old.
    return changed.PRINTED if had_own_list else changed.QUESTIONS
