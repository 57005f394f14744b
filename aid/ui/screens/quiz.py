"""Check what you know: statements with an explanation. Nothing is counted."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from aid.catalogue.pages import QuizStatement
from aid.ui import runtime
from aid.ui.layout import routes
from aid.ui.layout.html import html
from aid.ui.parts import part
from aid.ui.session import actions, record, widgets
from aid.views.elements import heading, paragraph
from aid.views.glossary import WordsInPlace


@part("statements")
def show_statements() -> None:
    """Draw the statements."""
    catalogue = runtime.catalogue()
    named, explained = WordsInPlace(catalogue), WordsInPlace(catalogue)
    for statement in catalogue.statements:
        _statement(statement, named, explained)


def show_way_back() -> None:
    """Draw the link to the comparison, from which the reader came."""
    title = runtime.catalogue().page_by_id["compare"].title
    st.page_link(routes.page("compare"), label=title)


def _statement(statement: QuizStatement, named: WordsInPlace, explained: WordsInPlace) -> None:
    words = runtime.catalogue().interface.quiz
    labels = {"true": words.true, "false": words.false, "not-sure": words.not_sure}
    key = _key(statement.id)
    stored = widgets.seed(key, record.choices().quiz.get(statement.id), is_kept=False)
    with st.container(key=f"group-quiz-{statement.id}", border=True):
        html(_opening(statement, named))
        said = st.radio(
            statement.text,
            list(labels),
            format_func=labels.__getitem__,
            index=widgets.place(list(labels), stored),
            horizontal=True,
            key=key,
            label_visibility="collapsed",
            **actions.on_change(_keep, statement.id),
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
                    paragraph(reply, "short"), paragraph(explained(statement.explanation))
                )
            )


def _opening(statement: QuizStatement, named: WordsInPlace) -> Markup:
    """A statement, with its words to tap below: they are not to stand in a heading."""
    shown = heading(2, statement.text, "group-label")
    if found := named.also(statement.text):
        shown += Markup('<p class="note named">{} {}</p>').format(
            runtime.catalogue().interface.service.explained_here, found
        )
    return shown


def _key(statement_id: str) -> str:
    return widgets.key_for(f"quiz.{statement_id}")


def _keep(statement_id: str) -> actions.Parts:
    record.choices().quiz[statement_id] = widgets.value(_key(statement_id))
    return ("statements",)
