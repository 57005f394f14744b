"""Which of the health items the sheet tells the doctor."""

from __future__ import annotations

import streamlit as st

from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.screens.sheet import changed, places
from aid.ui.session import actions, record, widgets
from aid.views.elements import jump_target, paragraph


def show() -> None:
    """Draw a tick for each health item that the reader named; none is printed without it."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    items = record.answers().health_said
    with st.container(key="group-tell", gap="xxsmall"):
        html(
            jump_target(places.TELL, words.tell_title, "group-label")
            + paragraph(words.tell_hint if items else words.nothing_to_tell, "hint")
        )
        for item in items:
            content = catalogue.health_by_id[item]
            key = widgets.key_for("print", item)
            is_ticked = widgets.seed(key, item in record.answers().health_on_sheet)
            said = content.tell or content.label
            st.checkbox(said, is_ticked, key=key, **actions.on_change(_keep))


def _keep() -> actions.Parts:
    record.change(health_on_sheet=widgets.ticked("print", record.answers().health_said))
    return changed.QUESTIONS
