"""The order of the questions: each with a way up and a way down, which say its new place."""

from __future__ import annotations

import streamlit as st

from aid.catalogue.doctor_questions import DoctorQuestion
from aid.tailoring.question_list import QuestionList, with_question_moved
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.screens.sheet import asked, changed
from aid.ui.session import actions, record
from aid.views.elements import paragraph


def show(questions: QuestionList) -> None:
    """Draw the kept questions but for the general ones, which no click moves."""
    first = len(questions.general) + 1
    for number, question in enumerate(questions.kept[len(questions.general) :], start=first):
        _row(number, question)


def _row(number: int, question: DoctorQuestion) -> None:
    words = runtime.catalogue().interface.sheet_page
    with st.container(horizontal=True, key=f"group-kept-{question.id}", gap="xsmall"):
        html(paragraph(f"{number}. {question.text}", "group-label"))
        # Never disabled: a disabled button would drop the focus.
        for label, name, by in ((words.up, "up", -1), (words.down, "down", 1)):
            st.button(
                label,
                key=f"{name}-{question.id}",
                **actions.on_click(_move, question.id, by),
            )


def _move(question_id: str, by: int) -> actions.Parts:
    # A click may come before the screen shows what the click before it did: look up the list.
    words = runtime.catalogue().interface.sheet_page
    before = asked.questions()
    if question_id not in before.movable:
        return changed.QUESTIONS
    after = with_question_moved(before.movable, question_id, by)
    said = words.not_further if after == before.movable else words.moved
    number = len(before.general) + after.index(question_id) + 1
    record.say(said.format(number=number, count=len(before.kept)))
    record.change(kept_questions=after)
    return changed.QUESTIONS
