"""What About says, as sections: the screen shows them and the booklet prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import CARD_STATUSES, STANDARDS
from aid.catalogue.shown import SHEET
from aid.catalogue.texts.shared import Section as SectionText
from aid.checks.editorial.report_card import counts
from aid.formatting.locale import in_words
from aid.papers.blocks import Block, Bullets, Entry, Numbers, Pairs, Paragraph, Row, Section, Table


def section(content: SectionText) -> Section:
    """A section as the content has it: paragraphs, then a list if there is one."""
    blocks: list[Block] = [Paragraph(text) for text in content.text]
    if content.items:
        blocks.append(Bullets(content.items))
    return Section("", content.title, tuple(blocks))


def research(catalogue: Catalogue) -> Section:
    """What studies say about aids like this one, and what this aid does about it."""
    title = catalogue.interface.about.research_title
    return Section("research", title, (Bullets(catalogue.findings_for("about")),))


def origin(catalogue: Catalogue) -> tuple[Section, ...]:
    """Who made the aid, who paid, dates, country, licence, where to report an error."""
    words = catalogue.interface.about
    return tuple(
        Section("", title, tuple(map(Paragraph, texts)))
        for title, texts in (
            (words.authors_title, tuple(_authors(catalogue))),
            (words.funding_title, (catalogue.manifest.funding,)),
            (words.dates_title, (_dates(catalogue),)),
            (words.country_title, (catalogue.manifest.country_scope,)),
            (words.licence_title, (_licence(catalogue),)),
            (words.contact_title, (catalogue.manifest.contact,)),
        )
    )


def certainty(catalogue: Catalogue) -> Section:
    """What each word for how certain the evidence is means."""
    words = catalogue.interface.about
    meanings = catalogue.interface.certainty.values()
    return Section(
        "certainty",
        words.certainty_title,
        (
            Paragraph(words.certainty_lead),
            Pairs(tuple(Entry(item.name, item.meaning) for item in meanings)),
        ),
    )


def reading_level(catalogue: Catalogue) -> Section:
    """The reading level of every screen and of the sheet."""
    words, found = catalogue.interface.about, catalogue.readability
    names: dict[str, str] = {page.id: page.title for page in catalogue.pages}
    names[SHEET] = words.reading_sheet
    said = words.reading_said.format(
        median=f"{found.median:.1f}",
        highest=f"{found.highest:.1f}",
        claims=f"{found.claims_median:.1f}",
        made_with=found.made_with,
    )
    table = Table(
        "reading",
        words.reading_caption,
        (words.reading_place, words.reading_first, words.reading_second, words.reading_as_is),
        tuple(
            Row(
                names[place.id],
                (
                    f"{place.flesch_kincaid:.1f}",
                    f"{place.automated_readability:.1f}",
                    f"{place.as_written:.1f}",
                ),
            )
            for place in found.place
        ),
    )
    title = words.reading_title
    return Section("reading", title, (Paragraph(words.reading_lead), Paragraph(said), table))


def report_card(catalogue: Catalogue) -> Section:
    """How many items of each standard are met."""
    words = catalogue.interface.about
    found = {standard: counts(catalogue, standard) for standard in STANDARDS}
    table = Table(
        "card",
        words.card_caption,
        (words.card_standard, *(words.card_status[status] for status in CARD_STATUSES)),
        tuple(
            Row(
                words.card_name[standard],
                tuple(str(found[standard].get(status, 0)) for status in CARD_STATUSES),
            )
            for standard in STANDARDS
        ),
    )
    return Section("card", words.card_title, (*map(Paragraph, words.card_lead), table))


def _unnumbered(_claims: tuple[str, ...]) -> Numbers:
    return ()


def glossary(
    catalogue: Catalogue, numbers: Callable[[tuple[str, ...]], Numbers] = _unnumbered
) -> Section:
    """The words explained, from A to Z.

    Args:
        catalogue: The content.
        numbers: Returns the numbers of the sources behind some claims, where sources are numbered.
    """
    entries = tuple(
        Entry(term.term, term.text, numbers(term.claims))
        for term in sorted(catalogue.terms, key=lambda term: term.term.casefold())
    )
    return Section("glossary", catalogue.interface.about.glossary_title, (Pairs(entries),))


def _authors(catalogue: Catalogue) -> Iterator[str]:
    for author in catalogue.manifest.author:
        yield catalogue.interface.about.author.format(name=author.name, role=author.role)


def _dates(catalogue: Catalogue) -> str:
    manifest = catalogue.manifest
    return catalogue.interface.about.dates.format(
        version=in_words(catalogue, catalogue.content_version),
        read_on=in_words(catalogue, manifest.evidence_read_on),
        months=manifest.review_every_months,
    )


def _licence(catalogue: Catalogue) -> str:
    manifest = catalogue.manifest
    return catalogue.interface.about.licence.format(
        licence=manifest.licence, url=manifest.licence_url, code=manifest.code_licence
    )
