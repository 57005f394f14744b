"""The first screen: what the aid is and is not, who it is for, what happens to answers."""

from __future__ import annotations

from functools import cache

import streamlit as st

from aid.markup import paragraph, section
from aid.ui import library, routes


def render() -> None:
    """Draw the first screen."""
    words = library.catalogue().interface.start
    st.html(paragraph(words.decision, "short"))
    if st.button(words.begin, type="primary", key="begin"):
        st.switch_page(routes.page("scars"))
    st.page_link(routes.page("methods"), label=words.read_first)
    st.html(_sections())


@cache
def _sections() -> str:
    return "".join(map(section, library.catalogue().interface.start.sections))
