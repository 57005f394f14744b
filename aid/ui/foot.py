"""The foot of every screen: where the answers are, and Save, Load and Clear."""

from __future__ import annotations

from functools import partial
from typing import Literal, NoReturn

import streamlit as st
from markupsafe import Markup

from aid.catalogue.ids import START, PageId
from aid.ui import runtime
from aid.ui.browser import answers_file, idle, kept_copy, tab
from aid.ui.layout import frame, routes
from aid.ui.layout.html import html
from aid.ui.parts import part
from aid.ui.server.settings import settings
from aid.ui.session import actions, record
from aid.views.elements import jump_target, paragraph


def finish() -> None:
    """On a shared device: the control that clears everything, at the top of every screen."""
    words = runtime.catalogue().interface.keep
    if settings().shared_device:
        st.button(words.finish, key="finish", **actions.on_click(_clear, words.cleared))


@part("foot")
def foot(page_id: PageId) -> None:
    """Draw the controls, and bring the reader's tab up to date."""
    _controls()
    tab.mount(frame.shell(page_id), kept_copy.to_keep(), found=kept_copy.found)
    if settings().shared_device:
        idle.watch(page_id, partial(_clear, runtime.catalogue().interface.keep.idle_cleared))


def _controls() -> None:
    words = runtime.catalogue().interface.keep
    visit = record.visit()
    with st.container(key="keep"):
        title = jump_target(frame.KEEP_PLACE, words.title)
        html(title + paragraph(words.where_shared if settings().shared_device else words.where))
        with st.container(horizontal=True):
            st.button(words.save, key="save", **actions.on_click(_save))
            st.button(words.load, key="load", **actions.on_click(_open, "load"))
            st.button(words.clear, key="clear", **actions.on_click(_open, "clear"))
        if visit.saves:
            answers_file.save()
            visit.saves = False
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
                **actions.on_click(_clear, words.cleared),
            )
            st.button(words.clear_no, key="clear-no", **actions.on_click(_open, "clear"))


def _save() -> actions.Parts:
    record.visit().saves = True
    return ("foot",)


def _open(name: Literal["load", "clear"]) -> actions.Parts:
    """Open one of the two, or close it where it is open."""
    visit = record.visit()
    visit.opened = None if visit.opened == name else name
    visit.file = record.FileOutcome()
    return ("foot",)


def _clear(said: str) -> NoReturn:
    record.clear()
    record.set_notices(said)
    routes.go(START)
