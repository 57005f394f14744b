"""The links onward from the comparison."""

from __future__ import annotations

import streamlit as st

from aid.ui import runtime
from aid.ui.layout import routes
from aid.ui.session import actions


def show() -> None:
    """Draw the links to the parts of Compare and of the sheet, and the way to the sheet."""
    catalogue = runtime.catalogue()
    for page_id in (*routes.parts("compare"), *routes.parts("sheet")):
        st.page_link(routes.page(page_id), label=catalogue.page_by_id[page_id].title)
    st.button(
        catalogue.interface.compare.to_sheet,
        type="primary",
        key="to-sheet",
        **actions.on_click(routes.go, "sheet"),
    )
