"""Where the answers are, and Save, Load and Clear."""

from __future__ import annotations

from typing import Literal

import streamlit as st
from markupsafe import Markup

from aid.ui import runtime
from aid.ui.browser import answers_file, kept_copy
from aid.ui.browser.deliver import if_wanted, want
from aid.ui.layout import routes
from aid.ui.layout.html import html
from aid.ui.parts import part
from aid.ui.session import actions, record
from aid.ui.session.visit import FileOutcome
from aid.views.elements import paragraph


def show_where() -> None:
    """Say where the answers are."""
    words = runtime.catalogue().interface.keep
    said = kept_copy.where_kept(words.where, words.where_shared, words.where_no_copy)
    html(paragraph(said))


@part("keep")
def show_controls() -> None:
    """Draw the three controls, and what was opened by one of them."""
    words = runtime.catalogue().interface.keep
    visit = record.visit()
    with st.container(key="keep"):
        with st.container(horizontal=True):
            st.button(words.save, key="save", **actions.on_click(_save))
            st.button(words.load, key="load", **actions.on_click(_open, "load"))
            st.button(words.clear, key="clear", **actions.on_click(_open, "clear"))
        if_wanted("answers", answers_file.save)
        if visit.opened == "load":
            answers_file.picker()
            st.button(words.load_close, key="load-close", **actions.on_click(_open, "load"))
        elif visit.opened == "clear":
            _confirm()


def _confirm() -> None:
    words = runtime.catalogue().interface.keep
    with st.container(key="group-clear"):
        question = paragraph(words.clear_question, "group-label")
        html(Markup('<div role="alert">{}</div>').format(question))
        with st.container(horizontal=True):
            st.button(
                words.clear_yes,
                key="clear-yes",
                type="primary",
                **actions.on_click(routes.start_afresh, words.cleared),
            )
            st.button(words.clear_no, key="clear-no", **actions.on_click(_open, "clear"))


def _save() -> actions.Parts:
    record.visit().file = FileOutcome()
    return want("answers", "keep")


def _open(name: Literal["load", "clear"]) -> actions.Parts:
    """Open one of the two, or close it where it is open."""
    visit = record.visit()
    visit.opened = None if visit.opened == name else name
    visit.file = FileOutcome()
    # The foot too: it names the group that has just appeared.
    return ("keep", "foot")
