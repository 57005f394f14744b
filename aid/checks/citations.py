"""Checks that every citation leads to what was read, and that nothing was read in vain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.evidence import Source
from aid.catalogue.registry import SLOT_BY_KIND
from aid.checks.places import cited, file_of, place_of, placed_facts
from aid.errors import Place, Problem

_SOURCES = SLOT_BY_KIND[Source].file.path


def citations_resolve(catalogue: Catalogue) -> Iterator[Problem]:
    """Find citations that lead nowhere or are repeated."""
    for place, claims, sources in cited(catalogue):
        for claim_id, times in Counter(claims).items():
            if claim_id not in catalogue.claim_by_id:
                yield place.at("claims").problem(f"{claim_id} is in no evidence file")
            if times > 1:
                yield place.at("claims").problem(f"{claim_id} is cited {times} times")
        for source_id in sources:
            if source_id not in catalogue.source_by_id:
                yield place.at("sources").problem(f"{source_id} is not in content/{_SOURCES}")
    for claim in catalogue.claims:
        place = Place(place_of(catalogue, claim).file, claim.id)
        for source_id in claim.sources:
            if source_id not in catalogue.source_by_id:
                yield place.at("sources").problem(f"{source_id} is not in content/{_SOURCES}")


def everything_read_is_cited(catalogue: Catalogue) -> Iterator[Problem]:
    """Find claims and sources that no text rests on."""
    used_claims: set[str] = set()
    used_sources: set[str] = set()
    for _, claims, sources in cited(catalogue):
        used_claims.update(claims)
        used_sources.update(sources)
    for claim in catalogue.claims:
        used_sources.update(claim.sources)
        if claim.id not in used_claims:
            place = Place(place_of(catalogue, claim).file, claim.id)
            yield place.problem("nothing cites this claim")
    for source in catalogue.sources:
        if source.id not in used_sources:
            yield file_of(catalogue, Source).at(source.id).problem("nothing cites this source")


def missing_citations(catalogue: Catalogue) -> Iterator[Problem]:
    """Find facts, health items and tips with nothing behind them."""
    for place, _, _, fact in placed_facts(catalogue):
        may_stand_alone = fact.certainty in ("none-found", "by-definition")
        if not (fact.claims or fact.sources or may_stand_alone):
            yield place.at("claims").problem("a fact must cite at least one claim")
    for item in catalogue.health:
        if not item.exclusive and not item.claims:
            yield place_of(catalogue, item).at("claims").problem("no claim stands behind it")
    for tip in catalogue.tips:
        if not tip.claims and not tip.sources:
            yield place_of(catalogue, tip).problem("must cite a claim or a source")
