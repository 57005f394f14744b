"""All answers, each with a Change link."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from aid.answers.model import Answers
from aid.catalogue.answer_fields import FIELD_BY_KEY
from aid.catalogue.questionnaire import QuestionnaireItem
from aid.ui import runtime
from aid.ui.layout import routes
from aid.ui.layout.html import html
from aid.ui.screens.questionnaire import step
from aid.ui.session import record
from aid.views.elements import heading, own_words, paragraph


def show_answers() -> None:
    """Draw the answers in the order of the questions."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.review
    if record.answers() == Answers():
        html(paragraph(words.nothing_answered))
    for question in catalogue.asks:
        with st.container(key=f"group-review-{question.id}", border=True):
            html(
                heading(2, question.name, "group-label")
                + paragraph(_answer(question) or words.no_answer)
            )
            st.page_link(routes.page(question.step), label=words.change.format(what=question.name))


def show_back_and_continue() -> None:
    """Draw Back, and the way to the comparison."""
    step.show_back_and_continue("review", way_on="compare")


def _answer(question: QuestionnaireItem) -> Markup:
    """The stored answer; empty where there is none."""
    value = getattr(record.answers(), FIELD_BY_KEY[question.id])
    if question.kind == "text":
        return own_words(value) if value.strip() else Markup("")
    ids = value if isinstance(value, tuple) else (value,) if value else ()
    label = runtime.catalogue().option_label
    return Markup("<br>").join(label(question.id, item) for item in ids)
