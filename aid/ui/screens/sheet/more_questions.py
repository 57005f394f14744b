"""The questions that a reader can add to the sheet."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from aid.catalogue.doctor_questions import DoctorQuestion
from aid.tailoring.question_list import QuestionList
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.screens.sheet import asked
from aid.views.elements import heading, paragraph


def show(questions: QuestionList) -> None:
    """Draw the further questions, and those that may tell something about the reader's health."""
    words = runtime.catalogue().interface.sheet_page
    movable = questions.movable
    if questions.further:
        count = sum(item.id not in movable for item in questions.further)
        _group(words.more_title.format(count=count), "open", questions.further, movable)
    if questions.private:
        _group(
            words.private_title,
            "private",
            questions.private,
            movable,
            warning=words.private_warning,
        )


def _group(
    title: str,
    name: str,
    questions: Sequence[DoctorQuestion],
    movable: tuple[str, ...],
    warning: str = "",
) -> None:
    # With a key it stays open when its title, which counts, changes.
    with st.expander(title, key=f"more-{name}"):
        if warning:
            html(paragraph(warning))
        for group in runtime.catalogue().groups:
            in_group = [item for item in questions if item.group == group.id]
            if not in_group:
                continue
            with st.container(key=f"group-more-{group.id}-{name}", gap="xxsmall"):
                html(heading(3, group.name, "group-label"))
                for question in in_group:
                    asked.tick(question, movable)
