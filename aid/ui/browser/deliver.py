"""Hands a file to the reader's browser in the very run that made it.

Streamlit's own download button holds the file of the run before, so a text typed a moment before
the click would be missing (decision 0009). Nothing is stored at an address of the server.
"""

from __future__ import annotations

import base64

import streamlit as st

from aid.ui.browser.source import source
from aid.ui.session import record

_component = st.components.v2.component(
    "deliver", css=source("deliver.css"), js=source("deliver.js")
)


def deliver(data: bytes, *, name: str, mime: str, again: str) -> None:
    """Start a download in the browser and leave a link to it.

    Args:
        data: The file.
        name: The name it gets.
        mime: Its media type.
        again: The words of the link, for a browser that did not start the download.
    """
    _component(
        key=f"deliver-{name}",
        data={
            "file": base64.b64encode(data).decode("ascii"),
            "type": mime,
            "name": name,
            "again": again,
            "token": str(record.next_delivery()),
        },
    )
