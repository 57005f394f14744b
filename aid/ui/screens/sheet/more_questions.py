"""The questions that a reader can add to the sheet."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from aid.catalogue.doctor_questions import DoctorQuestion
from aid.tailoring.question_list import QuestionList
from aid.ui import runtime
from aid.ui.layout import counted
from aid.ui.layout.html import html
from aid.ui.screens.sheet import asked
from aid.views.elements import heading, paragraph


def show(questions: QuestionList) -> None:
    """Draw the further questions, and those that may tell something about the reader's health."""
    words = runtime.catalogue().interface.sheet_page
    movable = questions.movable
    if questions.further:
        with counted.expander(words.more_title, "more-open", _line):
            _groups("open", questions.further, movable)
    if questions.private:
        with st.expander(words.private_title, key="more-private"):
            html(paragraph(words.private_warning))
            _groups("private", questions.private, movable)


def _line() -> str:
    """The line before the further questions, with the number of those that are not on the sheet."""
    words, now = runtime.catalogue().interface.sheet_page, asked.questions()
    count = sum(item.id not in now.movable for item in now.further)
    return words.more_count.format(name=words.more_title, count=count)


def _groups(name: str, questions: Sequence[DoctorQuestion], movable: tuple[str, ...]) -> None:
    for group in runtime.catalogue().groups:
        in_group = [item for item in questions if item.group == group.id]
        if not in_group:
            continue
        with st.container(key=f"group-more-{group.id}-{name}", gap="xxsmall"):
            html(heading(3, group.name, "group-label"))
            for question in in_group:
                asked.tick(question, movable)
