"""The questions for the doctor: those on the sheet, each with its tick, and those to add."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from aid.catalogue.doctor_questions import DoctorQuestion
from aid.tailoring.question_list import QuestionList
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.parts import part
from aid.ui.screens.sheet import asked, changed, more_questions, order, places
from aid.ui.session import actions, record
from aid.views.elements import bullets, disclosure, jump_target, paragraph
from aid.views.glossary import WordsInPlace


@part("questions")
def show() -> None:
    """Draw the questions on the sheet, with their ticks or with their ways up and down."""
    words = runtime.catalogue().interface.sheet_page
    questions, visit = asked.questions(), record.visit()
    with st.container(key="group-questions", gap=None):
        html(
            jump_target(places.QUESTIONS, words.questions_title, "group-label")
            + paragraph(words.questions_hint, "hint")
            + _general(questions)
        )
        if visit.is_ordering:
            order.show(questions)
        else:
            for question in questions.rows:
                _row(question, questions.movable)
        _buttons()
        if not visit.is_ordering:
            more_questions.show(questions)


def _general(questions: QuestionList) -> Markup:
    words = runtime.catalogue().interface.sheet_page
    explained = WordsInPlace(runtime.catalogue())
    lines = (
        paragraph(explained(item.text)) + paragraph(explained(item.why), "why")
        for item in questions.general
    )
    return disclosure(words.general_open, bullets(lines, ordered=True), css_class="more general")


def _row(question: DoctorQuestion, movable: tuple[str, ...]) -> None:
    with st.container(key=f"asked-{question.id}", gap=None):
        asked.tick(question, movable)
        html(_why(question))


def _why(question: DoctorQuestion) -> Markup:
    """Why a question is asked, one tap away at the end of its line."""
    words = runtime.catalogue().interface.sheet_page
    explained = WordsInPlace(runtime.catalogue())
    reason = paragraph(explained.beside(question.text, question.why), "why")
    return disclosure(words.why, reason, css_class="why-folded", unseen=question.text)


def _buttons() -> None:
    """The way into the order and back, and to the questions as they were proposed."""
    words, visit = runtime.catalogue().interface.sheet_page, record.visit()
    with st.container(horizontal=True):
        st.button(
            words.order_close if visit.is_ordering else words.order_open,
            key="order",
            **actions.on_click(_order),
        )
        if record.answers().kept_questions is not None:
            st.button(words.default_order, key="reset", **actions.on_click(_reset))


def _order() -> actions.Parts:
    visit = record.visit()
    visit.is_ordering = not visit.is_ordering
    visit.just_ticked, visit.rows = (), ()
    return changed.QUESTIONS


def _reset() -> actions.Parts:
    visit = record.visit()
    visit.just_ticked, visit.rows = (), ()
    record.change(kept_questions=None)
    return changed.QUESTIONS
