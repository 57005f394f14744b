"""That every citation leads to what was read, and that nothing was read in vain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aid.catalogue.catalogue import Catalogue
from aid.checks.places import cells, cited


def citations_resolve(catalogue: Catalogue) -> Iterator[str]:
    """Find citations that lead nowhere or stand twice, and what was read and is not cited."""
    used_claims: set[str] = set()
    used_sources: set[str] = set()
    for place, claims, sources in cited(catalogue):
        used_claims.update(claims)
        used_sources.update(sources)
        for claim_id, times in Counter(claims).items():
            if claim_id not in catalogue.claim_by_id:
                yield f"{place}: claims: {claim_id} is in no evidence file"
            if times > 1:
                yield f"{place}: claims: {claim_id} is cited {times} times"
        for source_id in sources:
            if source_id not in catalogue.source_by_id:
                yield f"{place}: sources: {source_id} is not in content/sources.toml"
    for claim in catalogue.claims:
        place = f"content/evidence/{claim.topic}.toml: {claim.id}"
        if claim.id not in used_claims:
            yield f"{place}: nothing cites this claim"
        used_sources.update(claim.sources)
        for source_id in claim.sources:
            if source_id not in catalogue.source_by_id:
                yield f"{place}: sources: {source_id} is not in content/sources.toml"
    for source in catalogue.sources:
        if source.id not in used_sources:
            yield f"content/sources.toml: {source.id}: nothing cites this source"


def what_must_cite_does(catalogue: Catalogue) -> Iterator[str]:
    """Find facts, health items and tips with nothing behind them."""
    for place, cell in cells(catalogue):
        may_stand_alone = cell.certainty in ("none-found", "by-definition")
        if not (cell.claims or cell.sources or may_stand_alone):
            yield f"{place}: claims: a fact must cite at least one claim"
    for item in catalogue.health:
        if not item.alone and not item.claims:
            yield f"content/en/health.toml: health[{item.id}]: claims: no claim stands behind it"
    for tip in catalogue.tips:
        if not tip.claims and not tip.sources:
            yield f"content/en/tips.toml: tip[{tip.id}]: must cite a claim or a source"
