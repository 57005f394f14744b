"""On a shared device: clears everything after some idle minutes."""

from __future__ import annotations

from typing import Final

import streamlit as st

from aid.answers.model import Answers
from aid.catalogue.ids import START, PageId
from aid.ui import runtime
from aid.ui.browser.source import source
from aid.ui.server.addresses import base_path
from aid.ui.session import actions, record

_KEY: Final = "idle"

_component = st.components.v2.component(_KEY, js=source("idle.js"), css=source("idle.css"))


def watch(page_id: PageId, clear: actions.Action) -> None:
    """Watch for idle minutes, and call ``clear`` after them."""
    _component(
        key=_KEY,
        on_idle_change=actions.told(clear),
        data={
            "warning": runtime.catalogue().interface.keep.idle_warning,
            "start": f"{base_path()}/",
            "cleared": record.current().cleared,
            "active": page_id != START or record.answers() != Answers(),
        },
    )
