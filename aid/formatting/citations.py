"""How a source is cited, how far a claim carries, and where each source is used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.evidence import Claim, Source
from aid.formatting.locale import listed, number, sentence

_EVERYONE = "people studied"
"""The label of the figure that says how many people a claim is about, where it has one."""


def citation(source: Source) -> str:
    """A source in one line: authors, title, where and when it was published."""
    year = (
        f" ({source.year})" if source.year and str(source.year) not in source.published_in else ""
    )
    parts = (source.authors, source.title, f"{source.published_in}{year}")
    return " ".join(map(sentence, parts))


def claim_summary(catalogue: Catalogue, claim: Claim, source_ids: Sequence[str]) -> str:
    """How far one claim carries: how sure it is and why, how many people, how long, how read.

    Args:
        catalogue: The content.
        claim: The claim.
        source_ids: The sources of the list beside it, which are named by their numbers.
    """
    words = catalogue.interface.backing
    main = catalogue.source_by_id[claim.sources[0]]
    said = [
        words.sure.format(
            name=catalogue.interface.certainty[claim.certainty].name,
            kind=catalogue.interface.about.source_kind[main.kind],
        )
    ]
    counted = people_counted(claim)
    if counted is not None:
        said.append(words.people.format(count=number(catalogue, counted)))
    spans = dict.fromkeys(figure.follow_up for figure in claim.figures if figure.follow_up)
    if spans:
        said.append(words.followed.format(spans=listed(catalogue, spans)))
    said.append(words.read[claim.audited])
    numbers = listed(catalogue, (str(source_ids.index(item) + 1) for item in claim.sources))
    return " ".join([*said, words.source.format(numbers=numbers)])


def people_counted(claim: Claim) -> int | None:
    """How many people a claim is about, or the largest group counted; ``None`` where not stated."""
    groups = [
        (figure.label == _EVERYONE, figure.of)
        for figure in claim.figures
        if figure.of is not None and figure.unit in ("people", "percent")
    ]
    return max(groups)[1] if groups else None


def used_for(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Where each source is used.

    Args:
        catalogue: The content.

    Returns:
        By source id: the names of methods in the stated order, then the titles of other parts.
    """
    titles = {page.id: page.title for page in catalogue.pages}
    words = catalogue.interface
    findings = {
        place: [finding for finding in catalogue.findings if finding.place == place]
        for place in ("about", "weigh")
    }
    parts: tuple[tuple[str, Iterable[Any]], ...] = (
        *(
            (method.name, (*method.facts.values(), *method.shapes.values()))
            for method in catalogue.methods
        ),
        (titles["scars"], catalogue.shapes),
        (titles["health"], catalogue.health),
        (words.compare.trade_offs_title, catalogue.trade_offs),
        (titles["quiz"], catalogue.statements),
        (words.sheet_page.questions_title, catalogue.questions),
        (words.methods.notes_title, catalogue.notes),
        (words.methods.tips_title, (*catalogue.tips, *catalogue.beside_tips)),
        (words.about.research_title, findings["about"]),
        (words.weigh.title, findings["weigh"]),
        (words.direct.title, catalogue.comparisons),
        (words.about.glossary_title, catalogue.terms),
    )
    found: dict[str, list[str]] = {source.id: [] for source in catalogue.sources}
    for name, entries in parts:
        cited = {
            source_id
            for entry in entries
            for source_id in catalogue.cell_sources(entry.claims, getattr(entry, "sources", ()))
        }
        for source_id in cited:
            found[source_id].append(name)
    return {source_id: tuple(names) for source_id, names in found.items()}
