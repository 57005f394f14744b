"""The whole table as a file to keep."""

from __future__ import annotations

import streamlit as st

from aid.ui import runtime


def show() -> None:
    """Offer the table; it is the same for everyone."""
    st.download_button(
        runtime.catalogue().interface.compare.download_csv,
        data=_csv,
        file_name="scar-options.csv",
        mime="text/csv",
        on_click="ignore",
        key="csv",
    )


def _csv() -> bytes:
    # Imported here, so that only this download waits for pandas.
    from aid.views.tidy_table import table_csv

    return table_csv(runtime.catalogue())
