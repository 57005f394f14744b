"""Every source with what was taken from it, by the first letter of its authors.

The address of a source is the letter's page and the id of the source; that of a claim is the page
of its main source and the id of the claim. Ids are permanent, so links to them last.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.evidence import Claim, Source
from aid.formatting.citations import used_for
from aid.formatting.locale import listed
from aid.site.page import Page, menu_page, rendered
from aid.views.evidence import source_item


@dataclass
class _Taken:
    """What was taken from a source: as the main source of claims, and together with others."""

    claims: list[Claim] = field(default_factory=list)
    under: dict[str, None] = field(default_factory=dict)
    """Ids of the main sources of claims that this source stands behind too."""


def letter_of(source: Source) -> str:
    """The letter whose page a source is on: the first of its authors, without accents."""
    return unicodedata.normalize("NFKD", source.authors)[0].lower()


def source_path(source: Source) -> str:
    """The file of the page that a source stands on."""
    return f"sources/{letter_of(source)}.html"


def index(catalogue: Catalogue) -> Page:
    """The letters, each with how many sources it has."""
    words = catalogue.site
    body = rendered(
        "sources",
        words=words,
        letters=[
            (letter.upper(), source_path(found[0]), len(found))
            for letter, found in _by_letter(catalogue).items()
        ],
    )
    return menu_page(catalogue, "sources", body)


def letter_pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each letter, its sources from A to Z by their authors."""
    words, taken, places = catalogue.site, _taken(catalogue), used_for(catalogue)
    for letter, sources in _by_letter(catalogue).items():
        body = rendered(
            "letter",
            words=catalogue.interface.about,
            taken_title=words.taken,
            sources=[
                (source, source_item(source), listed(catalogue, places[source.id]))
                for source in sources
            ],
            claims=lambda source: [
                (claim.id, _claim(catalogue, claim)) for claim in taken[source.id].claims
            ],
            elsewhere=lambda source: _elsewhere(catalogue, taken[source.id].under),
        )
        shown = letter.upper()
        yield Page(
            source_path(sources[0]),
            "sources",
            words.letter.format(letter=shown),
            words.letter_lead.format(letter=shown),
            body,
        )


def _by_letter(catalogue: Catalogue) -> Mapping[str, list[Source]]:
    found: dict[str, list[Source]] = {}
    for source in sorted(
        catalogue.sources, key=lambda item: (letter_of(item), item.authors.casefold())
    ):
        found.setdefault(letter_of(source), []).append(source)
    return dict(sorted(found.items()))


def _taken(catalogue: Catalogue) -> Mapping[str, _Taken]:
    taken = {source.id: _Taken() for source in catalogue.sources}
    for claim in catalogue.claims:
        main, *others = claim.sources
        taken[main].claims.append(claim)
        for other in others:
            taken[other].under[main] = None
    return taken


def _claim(catalogue: Catalogue, claim: Claim) -> Markup:
    """What a claim says, which other sources stand behind it, and how sure it is."""
    said = Markup.escape(claim.plain)
    if others := claim.sources[1:]:
        said = Markup.escape(catalogue.booklet.taken_with).format(
            text=said, numbers=_links(catalogue, others)
        )
    sure = catalogue.interface.compare.certainty.format(
        name=catalogue.interface.certainty[claim.certainty].name
    )
    return Markup('{} <span class="note">{}</span>').format(said, sure)


def _elsewhere(catalogue: Catalogue, source_ids: Iterable[str]) -> Markup:
    links = _links(catalogue, source_ids)
    if not links:
        return links
    return Markup.escape(catalogue.booklet.taken_elsewhere).format(numbers=links)


def _links(catalogue: Catalogue, source_ids: Iterable[str]) -> Markup:
    """Links to sources on their own pages, by authors and year."""
    sources = (catalogue.source_by_id[source_id] for source_id in source_ids)
    return Markup(", ").join(
        Markup('<a href="../{}#{}">{}</a>').format(
            source_path(source), source.id, _name(catalogue, source)
        )
        for source in sources
    )


def _name(catalogue: Catalogue, source: Source) -> str:
    if source.year is None:
        return source.authors
    return catalogue.site.taken_by.format(authors=source.authors, year=source.year)
