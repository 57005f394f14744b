"""The back of the booklet: words explained, and all that About tells of the aid itself."""

from __future__ import annotations

from collections.abc import Sequence

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import CARD_STATUSES, STANDARDS, Standard
from aid.catalogue.shown import SHEET
from aid.catalogue.texts.shared import Section
from aid.checks.editorial.report_card import computed_status, counts
from aid.formatting.dates import in_words
from aid.papers.booklet.parts import Listing, Prose, Said, Table
from aid.papers.booklet.references import Numbering


def sections(found: Sequence[Section]) -> tuple[Prose, ...]:
    """Those sections of a screen that are true of paper."""
    return tuple(
        Prose(item.title, item.text, item.items) for item in found if not item.only_on_screen
    )


def glossary(catalogue: Catalogue, numbering: Numbering) -> Listing:
    """The words explained, from A to Z."""
    return Listing(
        title=catalogue.interface.about.glossary_title,
        lead="",
        items=tuple(
            Said(term.term, term.text, sources=numbering.of(term.claims))
            for term in sorted(catalogue.terms, key=lambda term: term.term.casefold())
        ),
    )


def about(catalogue: Catalogue) -> tuple[Prose, ...]:
    """Who made the aid, who paid, dates, licence, where to report an error."""
    words, manifest = catalogue.interface.about, catalogue.manifest
    dates = words.dates.format(
        version=in_words(catalogue, manifest.content_version),
        read_on=in_words(catalogue, manifest.evidence_read_on),
        months=manifest.review_every_months,
    )
    licence = words.licence.format(
        licence=manifest.licence, url=manifest.licence_url, code=manifest.code_licence
    )
    authors = tuple(
        words.author.format(name=author.name, role=author.role) for author in manifest.author
    )
    return (
        *sections(words.sections),
        Prose(words.authors_title, authors),
        Prose(words.funding_title, (manifest.funding,)),
        Prose(words.dates_title, (dates,)),
        Prose(words.country_title, (manifest.country_scope,)),
        Prose(words.licence_title, (licence,)),
        Prose(words.contact_title, (manifest.contact,)),
    )


def reading(catalogue: Catalogue) -> Prose:
    """The reading level in words."""
    words, found = catalogue.interface.about, catalogue.readability
    said = words.reading_said.format(
        median=f"{found.median:.1f}",
        highest=f"{found.highest:.1f}",
        claims=f"{found.claims_median:.1f}",
        made_with=found.made_with,
    )
    return Prose(words.reading_title, (words.reading_lead, said))


def reading_table(catalogue: Catalogue) -> Table:
    """The reading level of every screen and of the sheet."""
    words = catalogue.interface.about
    names: dict[str, str] = {page.id: page.title for page in catalogue.pages}
    names[SHEET] = words.reading_sheet
    return Table(
        title=words.reading_caption,
        lead=(),
        head=(
            words.reading_place,
            words.reading_first,
            words.reading_second,
            words.reading_as_is,
        ),
        rows=tuple(
            (
                names[place.id],
                f"{place.flesch_kincaid:.1f}",
                f"{place.automated_readability:.1f}",
                f"{place.as_written:.1f}",
            )
            for place in catalogue.readability.place
        ),
        notes=(),
    )


def card_table(catalogue: Catalogue) -> Table:
    """How many items of each standard are met."""
    words = catalogue.interface.about
    found = {standard: counts(catalogue, standard) for standard in STANDARDS}
    return Table(
        title=words.card_caption,
        lead=(),
        head=(words.card_standard, *(words.card_status[item] for item in CARD_STATUSES)),
        rows=tuple(
            (
                words.card_name[standard],
                *(str(found[standard].get(status, 0)) for status in CARD_STATUSES),
            )
            for standard in STANDARDS
        ),
        notes=(),
    )


def card_list(catalogue: Catalogue, standard: Standard) -> Listing:
    """Every item of one standard with how the aid does."""
    words = catalogue.interface.about
    return Listing(
        title=words.card_name[standard],
        lead="",
        items=tuple(
            Said(
                item.words,
                item.evidence,
                words.card_status[item.status]
                + (f" {words.card_computed}" if computed_status(catalogue, item.id) else ""),
            )
            for item in catalogue.report_card
            if item.standard == standard
        ),
    )
