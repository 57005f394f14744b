"""What the reader still needs before they decide."""

from __future__ import annotations

import streamlit as st

from aid.catalogue.answer_fields import NEED_IDS
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.parts import part
from aid.ui.screens.sheet import changed
from aid.ui.session import actions, record, widgets
from aid.views.elements import paragraph


@part("needs")
def show() -> None:
    """Draw a tick for each need, behind a line that counts them."""
    catalogue, needs = runtime.catalogue(), record.answers().needs
    name = catalogue.interface.sheet_page.needs_title
    title = catalogue.interface.questionnaire.group_ticks.format(
        name=name, count=len(needs), all=len(NEED_IDS)
    )
    # With a key it stays open when its title, which counts, changes.
    with st.expander(title, key="needs"), st.container(key="group-needs", gap="xxsmall"):
        html(paragraph(name, "group-label unseen"))
        for need in NEED_IDS:
            key = widgets.seed(widgets.key_for("need", need), need in needs)
            st.checkbox(catalogue.sheet.needs[need], key=key, **actions.on_change(_keep))


def _keep() -> actions.Parts:
    record.change(needs=widgets.ticked("need", NEED_IDS))
    return ("needs", *changed.PRINTED)
