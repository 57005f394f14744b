"""The first screen: what the aid is and is not, who it is for, what happens to answers."""

from __future__ import annotations

from functools import cache
from typing import Final

import streamlit as st
from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import FIRST_STEP
from aid.catalogue.texts.shared import Section
from aid.ui import runtime
from aid.ui.browser import kept_copy
from aid.ui.layout import routes
from aid.ui.layout.html import html
from aid.ui.session import actions
from aid.views.elements import bullets, disclosure, drawing, joined, paragraph, section

_FOLDED: Final = "more folded"


def show_decision() -> None:
    """Show what the aid is about, and say which decision it is for."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.start
    picture = drawing(
        catalogue.drawings["skin-from-the-side"], words.drawing_alt, "drawing wide-one"
    )
    html(picture + paragraph(words.decision, "short"))


def show_ways_in() -> None:
    """Draw the links to the questions and to the methods."""
    words = runtime.catalogue().interface.start
    st.button(words.begin, type="primary", key="begin", **actions.on_click(routes.go, FIRST_STEP))
    st.page_link(routes.page("methods"), label=words.read_first)


def show_sections() -> None:
    """Say what the aid is, whom it is for, and what happens to answers."""
    privacy = runtime.catalogue().interface.privacy
    kept = kept_copy.where_kept(privacy.start, privacy.start_shared, privacy.start_no_copy)
    html(_sections(runtime.catalogue(), kept))


@cache
def _sections(catalogue: Catalogue, kept: tuple[str, ...]) -> Markup:
    interface = catalogue.interface
    privacy = interface.privacy
    sections = sorted(interface.start.sections, key=lambda one: one.folded)
    return joined(map(_section, sections)) + disclosure(
        privacy.start_title, joined(map(paragraph, kept)), css_class=_FOLDED
    )


def _section(content: Section) -> Markup:
    if not content.folded:
        return section(content)
    inner = joined(map(paragraph, content.text)) + bullets(content.items)
    return disclosure(content.title, inner, css_class=_FOLDED)
