"""Sources, how the evidence was read, makers, funding, dates, privacy, accessibility."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.formatting.citations import used_for
from aid.formatting.dates import in_words
from aid.ui import library
from aid.ui.html import html
from aid.ui.settings import settings
from aid.views.about import reading_level, report_card
from aid.views.elements import bullets, definitions, disclosure, heading, joined, paragraph, section
from aid.views.evidence import source_item


def render() -> None:
    """Draw the screen; it is the same for everyone."""
    catalogue = library.catalogue()
    html(_about(catalogue))
    html(_certainty(catalogue))
    html(_reading_level(catalogue))
    html(_report_card(catalogue))
    html(_glossary(catalogue))
    html(_sources(catalogue))


_reading_level = cache(reading_level)
_report_card = cache(report_card)


@cache
def _about(catalogue: Catalogue) -> Markup:
    words, manifest = catalogue.interface.about, catalogue.manifest
    privacy = catalogue.interface.privacy
    licence = words.licence.format(
        licence=manifest.licence, url=manifest.licence_url, code=manifest.code_licence
    )
    dates = words.dates.format(
        version=in_words(catalogue, manifest.content_version),
        read_on=in_words(catalogue, manifest.evidence_read_on),
        months=manifest.review_every_months,
    )
    authors = joined(
        paragraph(words.author.format(name=author.name, role=author.role))
        for author in manifest.author
    )
    return (
        joined(map(section, words.sections))
        + heading(2, privacy.about_title)
        + bullets(privacy.about_shared if settings().shared_device else privacy.about)
        + heading(2, words.authors_title)
        + authors
        + heading(2, words.funding_title)
        + paragraph(manifest.funding)
        + heading(2, words.dates_title)
        + paragraph(dates)
        + heading(2, words.country_title)
        + paragraph(manifest.country_scope)
        + heading(2, words.licence_title)
        + paragraph(licence)
        + heading(2, words.contact_title)
        + paragraph(manifest.contact)
    )


@cache
def _certainty(catalogue: Catalogue) -> Markup:
    words = catalogue.interface.about
    return (
        heading(2, words.certainty_title)
        + paragraph(words.certainty_lead)
        + definitions((item.name, item.meaning) for item in catalogue.interface.certainty.values())
    )


@cache
def _glossary(catalogue: Catalogue) -> Markup:
    terms = sorted(catalogue.terms, key=lambda term: term.term.casefold())
    title = catalogue.interface.about.glossary_title
    return heading(2, title) + definitions((term.term, term.text) for term in terms)


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
