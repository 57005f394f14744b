"""How the evidence was read, makers, funding, dates, privacy, accessibility."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

import streamlit as st
from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from aid.papers.about import (
    certainty,
    origin,
    reading_level,
    report_card,
    research,
    section,
)
from aid.papers.blocks import Bullets, Section
from aid.papers.render.html import HtmlRenderer
from aid.ui import runtime
from aid.ui.layout import routes
from aid.ui.layout.html import html
from aid.ui.server.settings import settings
from aid.views.about import card_items
from aid.views.elements import disclosure

_WAYS: Final[tuple[PageId, ...]] = ("glossary", "sources")


def show_makers_and_dates() -> None:
    """Say who made the aid, when and with whose money, and what it does with answers."""
    html(_about(runtime.catalogue()))


def show_research() -> None:
    """Say what studies say about aids like this one."""
    html(_folded(runtime.catalogue(), research(runtime.catalogue())))


def show_certainty() -> None:
    """Say what the grades of certainty mean."""
    html(_folded(runtime.catalogue(), certainty(runtime.catalogue())))


def show_reading_level() -> None:
    """Draw how hard each screen is to read."""
    html(_folded(runtime.catalogue(), reading_level(runtime.catalogue())))


def show_report_card() -> None:
    """Draw how the aid meets the standards for decision aids."""
    html(_report_card(runtime.catalogue()))


def show_ways() -> None:
    """Draw the links to the words explained and to all sources."""
    for page_id in _WAYS:
        st.page_link(routes.page(page_id), label=runtime.catalogue().page_by_id[page_id].title)


def _rendered(catalogue: Catalogue, *sections: Section) -> Markup:
    return HtmlRenderer(2, catalogue.drawings, table_class="compare plain").render(sections)


@cache
def _about(catalogue: Catalogue) -> Markup:
    privacy = catalogue.interface.privacy
    lines = privacy.about_shared if settings().shared_device else privacy.about
    return _rendered(
        catalogue,
        *map(section, catalogue.interface.about.sections),
        Section("privacy", privacy.about_title, (Bullets(lines),)),
        *origin(catalogue),
    )


def _folded(catalogue: Catalogue, content: Section) -> Markup:
    """A section that is one tap away, below its title."""
    return disclosure(content.title, _rendered(catalogue, replace(content, title="")))


@cache
def _report_card(catalogue: Catalogue) -> Markup:
    """What is not met in view; how many items are met, and each of them, one tap away."""
    content = report_card(catalogue)
    *lead, table = content.blocks
    counted = disclosure(
        catalogue.interface.about.card_caption, _rendered(catalogue, Section("", "", (table,)))
    )
    in_view = _rendered(catalogue, replace(content, blocks=tuple(lead)))
    return in_view + counted + card_items(catalogue)
