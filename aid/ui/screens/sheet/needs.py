"""What the reader still needs before they decide."""

from __future__ import annotations

import streamlit as st

from aid.catalogue.ids import NEED_IDS
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.screens.sheet import changed
from aid.ui.session import actions, record, widgets
from aid.views.elements import heading


def show() -> None:
    """Draw a tick for each need."""
    catalogue = runtime.catalogue()
    with st.container(key="group-needs"):
        html(heading(2, catalogue.interface.sheet_page.needs_title, "group-label"))
        for need in NEED_IDS:
            key = widgets.seed(widgets.key_for("need", need), need in record.answers().needs)
            st.checkbox(catalogue.sheet.needs[need], key=key, **actions.on_change(_keep))


def _keep() -> actions.Parts:
    record.change(needs=widgets.ticked("need", NEED_IDS))
    return changed.PRINTED
