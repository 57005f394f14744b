"""The whole table as a file to keep."""

from __future__ import annotations

from typing import Final

import streamlit as st

from aid.ui import runtime
from aid.ui.browser.deliver import deliver
from aid.ui.parts import part
from aid.ui.session import actions, record

_FILE_NAME: Final = "scar-options.csv"


@part("download")
def show() -> None:
    """Offer the table; it is the same for everyone."""
    words = runtime.catalogue().interface.compare
    st.button(words.download_csv, key="csv", **actions.on_click(_want_table))
    if record.visit().wanted == "table":
        deliver("table", _FILE_NAME)
        record.visit().wanted = None


def _want_table() -> actions.Parts:
    record.visit().wanted = "table"
    return ("download",)
