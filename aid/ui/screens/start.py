"""The first screen: what the aid is and is not, who it is for, what happens to answers."""

from __future__ import annotations

from functools import cache

import streamlit as st
from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.ui import runtime
from aid.ui.layout import routes
from aid.ui.layout.html import html
from aid.ui.server.settings import settings
from aid.ui.session import actions
from aid.views.elements import heading, joined, paragraph, section


def render() -> None:
    """Draw the first screen."""
    words = runtime.catalogue().interface.start
    html(paragraph(words.decision, "short"))
    st.button(words.begin, type="primary", key="begin", **actions.on_click(routes.go, "scars"))
    st.page_link(routes.page("methods"), label=words.read_first)
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
