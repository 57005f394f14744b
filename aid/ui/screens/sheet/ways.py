"""The ways from the top of the screen: to the download, and to the answers that the sheet says."""

from __future__ import annotations

import streamlit as st

from aid.ui import runtime
from aid.ui.layout import routes
from aid.ui.layout.html import html
from aid.ui.screens.sheet import download
from aid.views.elements import jump, paragraph


def show() -> None:
    """Draw the links: to the download, to what is asked for the sheet alone, to all answers."""
    catalogue = runtime.catalogue()
    html(paragraph(jump(download.PLACE, catalogue.interface.sheet_page.download_jump)))
    for page_id in (*routes.parts("sheet"), "review"):
        st.page_link(routes.page(page_id), label=catalogue.page_by_id[page_id].title)
