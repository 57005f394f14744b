"""The questions for the doctor: those on the sheet in their order, and those to add."""

from __future__ import annotations

import streamlit as st

from aid.catalogue.doctor_questions import DoctorQuestion
from aid.tailoring.question_list import (
    QuestionList,
    question_list,
    with_question_moved,
    without_question,
)
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.parts import part
from aid.ui.screens.sheet import changed, more_questions
from aid.ui.session import actions, record
from aid.views.elements import heading, paragraph


@part("questions")
def show() -> None:
    """Draw the questions to add, then those on the sheet.

    In this order what a tick adds to the list moves nothing under the reader's hand.
    """
    catalogue, answers = runtime.catalogue(), record.answers()
    words = catalogue.interface.sheet_page
    questions = question_list(catalogue, answers, record.visit().just_ticked)
    html(heading(2, words.questions_title) + paragraph(words.questions_hint, "hint"))
    more_questions.show(questions)
    html(heading(3, words.kept_title.format(count=len(questions.kept))))
    for number, question in enumerate(questions.kept, start=1):
        _kept(number, question, questions)
    if answers.kept_questions is not None:
        st.button(words.default_order, key="reset", **actions.on_click(_reset))


def _kept(number: int, question: DoctorQuestion, questions: QuestionList) -> None:
    with st.container(key=f"group-kept-{question.id}", border=True):
        html(
            paragraph(f"{number}. {question.text}", "group-label") + paragraph(question.why, "why")
        )
        if question.id in questions.movable:
            _moves(question.id, questions.movable)


def _moves(question_id: str, movable: tuple[str, ...]) -> None:
    words = runtime.catalogue().interface.sheet_page
    position = movable.index(question_id)
    moves = (
        (words.up, "up", -1, position == 0),
        (words.down, "down", 1, position == len(movable) - 1),
    )
    with st.container(horizontal=True):
        for label, name, by, disabled in moves:
            st.button(
                label,
                key=f"{name}-{question_id}",
                disabled=disabled,
                **actions.on_click(_move, question_id, by),
            )
        st.button(words.drop, key=f"drop-{question_id}", **actions.on_click(_drop, question_id))


# A click may come before the screen shows what the click before it did, so each looks up the list.


def _movable() -> tuple[str, ...]:
    return question_list(runtime.catalogue(), record.answers()).movable


def _drop(question_id: str) -> actions.Parts:
    record.change(kept_questions=without_question(_movable(), question_id))
    return changed.QUESTIONS


def _move(question_id: str, by: int) -> actions.Parts:
    movable = _movable()
    if question_id in movable:
        record.change(kept_questions=with_question_moved(movable, question_id, by))
    return changed.QUESTIONS


def _reset() -> actions.Parts:
    record.change(kept_questions=None)
    return changed.QUESTIONS
