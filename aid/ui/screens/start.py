"""The first screen: what the aid is and is not, who it is for, what happens to answers."""

from __future__ import annotations

from functools import cache

import streamlit as st
from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import FIRST_STEP
from aid.ui import runtime
from aid.ui.layout import routes
from aid.ui.layout.html import html
from aid.ui.server.settings import settings
from aid.ui.session import actions
from aid.views.elements import heading, joined, paragraph, section


def show_decision() -> None:
    """Say which decision the aid is for."""
    html(paragraph(runtime.catalogue().interface.start.decision, "short"))


def show_ways_in() -> None:
    """Draw the ways to the questions and to the methods."""
    words = runtime.catalogue().interface.start
    st.button(words.begin, type="primary", key="begin", **actions.on_click(routes.go, FIRST_STEP))
    st.page_link(routes.page("methods"), label=words.read_first)


def show_sections() -> None:
    """Say what the aid is, whom it is for, and what happens to answers."""
    html(_sections(runtime.catalogue()))


@cache
def _sections(catalogue: Catalogue) -> Markup:
    interface = catalogue.interface
    privacy = interface.privacy
    kept = privacy.start_shared if settings().shared_device else privacy.start
    return (
        joined(map(section, interface.start.sections))
        + heading(2, privacy.start_title)
        + joined(map(paragraph, kept))
    )
