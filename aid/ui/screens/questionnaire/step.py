"""One step of the questionnaire: its questions, Back and Continue."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from aid.catalogue.ids import PageId
from aid.catalogue.texts.interface import InterfaceTexts
from aid.ui import runtime
from aid.ui.layout import routes
from aid.ui.screens.questionnaire.ask import ask
from aid.ui.session import actions


def show_questions(page_id: PageId) -> None:
    """Draw the questions of one step that stand in no group."""
    for question in runtime.catalogue().asks:
        if question.step == page_id and question.group is None:
            ask(question)


def show_back_and_continue(page_id: PageId, *, way_on: PageId | None = None) -> None:
    """Draw Back and the way on, which are in the same place on every screen that has them.

    Args:
        page_id: The screen.
        way_on: Where the way on leads, unless it is the next step.
    """
    texts = runtime.catalogue().interface.service
    following = way_on or routes.step_after(page_id)
    with st.container(horizontal=True, key="steps"):
        # Both keys name the screen, so that a press is never carried out on another one.
        st.button(
            texts.back,
            key=f"back-{page_id}",
            **actions.on_click(routes.go, routes.step_before(page_id)),
        )
        st.button(
            _ways_on(runtime.catalogue().interface).get(following, texts.continue_),
            key=f"continue-{page_id}",
            type="primary",
            **actions.on_click(routes.go, following),
        )


def _ways_on(words: InterfaceTexts) -> Mapping[PageId, str]:
    """Screens that are called by name where the way on leads to them."""
    return {"compare": words.questionnaire.to_compare, "sheet": words.compare.to_sheet}
