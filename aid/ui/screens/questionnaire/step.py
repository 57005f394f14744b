"""One step of the questionnaire: its questions, Back and Continue."""

from __future__ import annotations

import streamlit as st

from aid.catalogue.ids import PageId
from aid.ui import runtime
from aid.ui.layout import routes
from aid.ui.layout.html import html
from aid.ui.screens.questionnaire.ask import ask
from aid.ui.session import actions
from aid.views.elements import paragraph


def show_questions(page_id: PageId) -> None:
    """Draw the questions of one step."""
    catalogue = runtime.catalogue()
    html(paragraph(catalogue.interface.questionnaire.nothing_required))
    for question in catalogue.asks:
        if question.step == page_id:
            ask(question)


def show_back_and_continue(page_id: PageId, continue_label: str | None = None) -> None:
    """Draw Back and Continue, which are in the same place on every step."""
    texts = runtime.catalogue().interface.service
    with st.container(horizontal=True, key="steps"):
        st.button(
            texts.back, key="back", **actions.on_click(routes.go, routes.step_before(page_id))
        )
        st.button(
            continue_label or texts.continue_,
            key="continue",
            type="primary",
            **actions.on_click(routes.go, routes.step_after(page_id)),
        )
