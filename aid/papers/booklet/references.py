"""The sources as the booklet counts them, each with what was taken from it."""

from __future__ import annotations

from collections.abc import Sequence

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.evidence import Source
from aid.formatting.citations import citation
from aid.papers.blocks import Numbers
from aid.papers.booklet.parts import Work


class Numbering:
    """Knows the number of every source: its place in the order of About, counted from 1.

    Attributes:
        works: The sources in this order.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.works: tuple[Source, ...] = tuple(
            sorted(catalogue.sources, key=lambda source: source.authors.casefold())
        )
        self._catalogue = catalogue
        self._number = {source.id: at for at, source in enumerate(self.works, start=1)}

    def of(self, claims: tuple[str, ...], direct: tuple[str, ...] = ()) -> Numbers:
        """The numbers of the sources behind some claims, and of those cited without a claim."""
        return self.of_sources(self._catalogue.cell_sources(claims, direct))

    def of_sources(self, sources: Sequence[str]) -> Numbers:
        """The numbers of some sources, by their ids."""
        return tuple(sorted(self._number[source] for source in sources))


def works(catalogue: Catalogue, numbering: Numbering) -> tuple[Work, ...]:
    """Every source with what was taken from it: each claim stands under its main source."""
    words = catalogue.booklet
    taken: dict[str, list[str]] = {source.id: [] for source in numbering.works}
    elsewhere: dict[str, list[str]] = {source.id: [] for source in numbering.works}
    for claim in catalogue.claims:
        main, *others = claim.sources
        also = _list(numbering.of_sources(others))
        text = words.taken_with.format(text=claim.plain, numbers=also) if also else claim.plain
        taken[main].append(text)
        for other in others:
            elsewhere[other].append(main)
    return tuple(
        _work(
            catalogue,
            source,
            tuple(taken[source.id]),
            numbering.of_sources(tuple(dict.fromkeys(elsewhere[source.id]))),
        )
        for source in numbering.works
    )


def _work(catalogue: Catalogue, source: Source, taken: tuple[str, ...], elsewhere: Numbers) -> Work:
    words = catalogue.booklet
    kind = catalogue.interface.about.source_kind[source.kind]
    funding, how = source.funding_or_conflicts, source.read_via
    if funding == words.funding_not_seen:
        said = words.work_without_funding.format(kind=kind, how=how)
    else:
        said = words.work.format(kind=kind, funding=funding, how=how)
    also = words.taken_elsewhere.format(numbers=_list(elsewhere))
    return Work(
        citation=citation(source),
        address=source.url or "",
        said=said,
        taken=taken,
        elsewhere=also if elsewhere else "",
    )


def _list(numbers: Numbers) -> str:
    return ", ".join(map(str, numbers))
