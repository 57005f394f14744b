"""Sources, how the evidence was read, makers, funding, dates, privacy, accessibility."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.formatting.citations import used_for
from aid.papers.about import (
    certainty,
    glossary,
    origin,
    reading_level,
    report_card,
    research,
    section,
)
from aid.papers.blocks import Bullets, Section
from aid.papers.render.html import HtmlRenderer
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.server.settings import settings
from aid.views.about import card_items
from aid.views.elements import bullets, disclosure, heading, paragraph
from aid.views.evidence import source_item


def show_makers_and_dates() -> None:
    """Say who made the aid, with which money and when, and what it does with answers."""
    html(_about(runtime.catalogue()))


def show_certainty() -> None:
    """Say what the grades of certainty mean."""
    html(_certainty(runtime.catalogue()))


def show_reading_level() -> None:
    """Draw how hard each screen is to read."""
    html(_reading_level(runtime.catalogue()))


def show_report_card() -> None:
    """Draw how the aid meets the standards for decision aids."""
    html(_report_card(runtime.catalogue()))


def show_glossary() -> None:
    """Draw every word that is explained."""
    html(_glossary(runtime.catalogue()))


def show_sources() -> None:
    """Draw every source, and what it is used for."""
    html(_sources(runtime.catalogue()))


def _rendered(catalogue: Catalogue, *sections: Section) -> Markup:
    return HtmlRenderer(2, catalogue.drawings, table_class="compare plain").render(sections)


@cache
def _about(catalogue: Catalogue) -> Markup:
    privacy = catalogue.interface.privacy
    lines = privacy.about_shared if settings().shared_device else privacy.about
    return _rendered(
        catalogue,
        *map(section, catalogue.interface.about.sections),
        research(catalogue),
        Section("privacy", privacy.about_title, (Bullets(lines),)),
        *origin(catalogue),
    )


@cache
def _certainty(catalogue: Catalogue) -> Markup:
    return _rendered(catalogue, certainty(catalogue))


@cache
def _reading_level(catalogue: Catalogue) -> Markup:
    return _rendered(catalogue, reading_level(catalogue))


@cache
def _report_card(catalogue: Catalogue) -> Markup:
    return _rendered(catalogue, report_card(catalogue)) + card_items(catalogue)


@cache
def _glossary(catalogue: Catalogue) -> Markup:
    return _rendered(catalogue, glossary(catalogue))


@cache
def _sources(catalogue: Catalogue) -> Markup:
    words = catalogue.interface.about
    places = used_for(catalogue)
    items = (
        Markup("{} {}").format(
            source_item(source),
            disclosure(
                words.source_kind[source.kind],
                paragraph(words.used_for.format(places=", ".join(places[source.id])))
                + paragraph(words.funding_said.format(funding=source.funding_or_conflicts))
                + paragraph(words.read_via.format(how=source.read_via)),
            ),
        )
        for source in sorted(catalogue.sources, key=lambda source: source.authors.casefold())
    )
    return (
        heading(2, words.sources_title)
        + paragraph(words.sources_lead.format(count=len(catalogue.sources)))
        + bullets(items)
    )
