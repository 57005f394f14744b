"""Check what you know: statements with an explanation. Nothing is counted."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from aid.catalogue.pages import QuizStatement
from aid.ui import library, routes, state
from aid.ui.html import html
from aid.ui.parts import part
from aid.views.elements import heading, paragraph


def render() -> None:
    """Draw the statements."""
    catalogue = library.catalogue()
    _statements()
    st.page_link(routes.page("compare"), label=catalogue.page_by_id["compare"].title)


@part("statements")
def _statements() -> None:
    for statement in library.catalogue().statements:
        _statement(statement)


def _statement(statement: QuizStatement) -> None:
    words = library.catalogue().interface.quiz
    labels = {"true": words.true, "false": words.false, "not-sure": words.not_sure}
    name = f"quiz.{statement.id}"
    key = state.seed(state.widget_key(name), state.view(name, None))
    with st.container(key=f"group-quiz-{statement.id}", border=True):
        html(heading(2, statement.text, "group-label"))
        said = st.radio(
            statement.text,
            list(labels),
            format_func=labels.__getitem__,
            index=None,
            horizontal=True,
            key=key,
            label_visibility="collapsed",
            **state.on_change(_keep, name),
        )
        if said:
            reply = (
                words.unsure
                if said == "not-sure"
                else words.matches
                if said == statement.answer
                else words.differs
            )
            html(
                Markup('<div role="status">{}{}</div>').format(
                    paragraph(reply, "short"), paragraph(statement.explanation)
                )
            )


def _keep(name: str) -> state.Parts:
    state.set_view(name, state.widget_value(state.widget_key(name)))
    return ("statements",)
