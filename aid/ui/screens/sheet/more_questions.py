"""The questions that a reader can add to the sheet."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from aid.catalogue.doctor_questions import DoctorQuestion
from aid.tailoring.question_list import (
    QuestionList,
    question_list,
    with_question,
    without_question,
)
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.screens.sheet import changed
from aid.ui.session import actions, record, widgets
from aid.views.elements import heading, paragraph


def show(questions: QuestionList) -> None:
    """Draw the further questions, and those that may tell something about the reader's health."""
    words = runtime.catalogue().interface.sheet_page
    movable = questions.movable
    if questions.further:
        count = sum(item not in questions.kept for item in questions.further)
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
    movable: Sequence[str],
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
            with st.container(key=f"group-more-{group.id}-{name}"):
                html(heading(3, group.name, "group-label"))
                for question in in_group:
                    key = widgets.seed(_key(question.id), question.id in movable)
                    st.checkbox(question.text, key=key, **actions.on_change(_keep, question.id))


def _key(question_id: str) -> str:
    return widgets.key_for("keep", question_id)


def _keep(question_id: str) -> actions.Parts:
    # A click may come before the screen shows what the click before it did: look up the list.
    movable = question_list(runtime.catalogue(), record.answers()).movable
    if not widgets.value(_key(question_id)):
        record.change(kept_questions=without_question(movable, question_id))
    elif question_id not in movable:
        visit = record.visit()
        visit.just_ticked = (*visit.just_ticked, question_id)
        record.change(kept_questions=with_question(movable, question_id))
    return changed.QUESTIONS
