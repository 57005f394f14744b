"""Claims and sources by themselves, each with an address that leads to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.evidence import Claim, Source
from aid.formatting.citations import claim_summary, used_for
from aid.formatting.locale import listed
from aid.views.evidence import source_item
from aid.views.templating import rendered


def claims_listed(catalogue: Catalogue, claims: Iterable[Claim]) -> Markup:
    """Claims as a list: what each says, how far it carries, its sources, and its own link."""
    return rendered(
        "claims_listed",
        words=catalogue.interface.sources,
        claims=[
            (
                claim,
                claim_summary(catalogue, claim, claim.sources),
                [source_item(catalogue.source_by_id[item]) for item in claim.sources],
            )
            for claim in claims
        ],
    )


def sources_listed(catalogue: Catalogue, sources: Iterable[Source]) -> Markup:
    """Sources as a list: each with what it is used for, who paid, what it says, and its link."""
    about, places, said = catalogue.interface.about, used_for(catalogue), _said(catalogue)
    return rendered(
        "sources_listed",
        words=catalogue.interface.sources,
        sources=[
            (
                source,
                source_item(source),
                about.source_kind[source.kind],
                (
                    about.used_for.format(places=listed(catalogue, places[source.id])),
                    about.funding_said.format(funding=source.funding_or_conflicts),
                    about.read_via.format(how=source.read_via),
                ),
                said.get(source.id, ()),
            )
            for source in sources
        ],
    )


@lru_cache(maxsize=4)
def _said(catalogue: Catalogue) -> Mapping[str, list[str]]:
    """What the claims of each source say, by its id."""
    said: dict[str, list[str]] = {}
    for claim in catalogue.claims:
        for source in claim.sources:
            said.setdefault(source, []).append(claim.plain)
    return said
