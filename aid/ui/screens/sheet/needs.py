"""What the reader still needs before they decide."""

from __future__ import annotations

from functools import partial

import streamlit as st

from aid.catalogue.answer_fields import NEED_IDS
from aid.ui import runtime
from aid.ui.layout import counted
from aid.ui.layout.html import html
from aid.ui.screens.sheet import changed
from aid.ui.session import actions, record, widgets
from aid.views.elements import paragraph


def show() -> None:
    """Draw a tick for each need, behind a line that counts them."""
    catalogue, needs = runtime.catalogue(), record.answers().needs
    name = catalogue.interface.sheet_page.needs_title
    with (
        counted.expander(name, "needs", partial(_line, name)),
        st.container(key="group-needs", gap="xxsmall"),
    ):
        html(paragraph(name, "group-label unseen"))
        for need in NEED_IDS:
            key = widgets.key_for("need", need)
            is_ticked = widgets.seed(key, need in needs)
            said = catalogue.sheet.needs[need]
            st.checkbox(said, is_ticked, key=key, **actions.on_change(_keep))


def _line(name: str) -> str:
    words = runtime.catalogue().interface.questionnaire
    ticked = len(record.answers().needs)
    return words.group_ticks.format(name=name, count=ticked, all=len(NEED_IDS))


def _keep() -> actions.Parts:
    record.change(needs=widgets.ticked("need", NEED_IDS))
    return changed.PRINTED
