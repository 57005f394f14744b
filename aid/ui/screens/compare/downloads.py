"""The whole table as a file to keep."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from aid.ui import runtime
from aid.ui.browser.deliver import deliver, if_wanted, want
from aid.ui.parts import part
from aid.ui.session import actions

_FILE_NAME: Final = "scar-options.csv"


@part("download")
def show() -> None:
    """Offer the table; it is the same for everyone."""
    words = runtime.catalogue().interface.compare
    st.button(words.download_csv, key="csv", **actions.on_click(want, "table", "download"))
    if_wanted("table", partial(deliver, "table", _FILE_NAME))
