"""Finding a claim or a source by method, fact and words. It asks nothing of a reader's answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from aid.catalogue.catalogue import Catalogue, HasId
from aid.catalogue.evidence import Claim, Source
from aid.catalogue.ids import FactId, MethodId
from aid.formatting.citations import citation

AT_A_TIME: Final = 25
"""How many are shown together."""

_Found = TypeVar("_Found", bound=HasId)
_Use = tuple[MethodId, FactId | None]


class Wanted(NamedTuple):
    """What a reader looks for; what is not named is not asked for."""

    words: str = ""
    method: MethodId | None = None
    fact: FactId | None = None


def claims_found(catalogue: Catalogue, wanted: Wanted) -> tuple[Claim, ...]:
    """The claims that hold all words and are cited for the method and the fact, in file order.

    A word is found at the beginning of a word of the claim or of its sources, in small or capital
    letters. A claim belongs to a method too where its file is about it, or where it compares it.
    """
    uses, texts = _uses(catalogue), _texts(catalogue)
    return tuple(
        claim
        for claim in catalogue.claims
        if _is_used(uses[claim.id], wanted) and _holds(texts[claim.id], wanted.words)
    )


def sources_found(catalogue: Catalogue, wanted: Wanted) -> tuple[Source, ...]:
    """The sources of the claims found, and those whose own words match, from A to Z by authors."""
    behind = {source for claim in claims_found(catalogue, wanted) for source in claim.sources}
    if wanted.method is None and wanted.fact is None:
        texts = _texts(catalogue)
        behind |= {item.id for item in catalogue.sources if _holds(texts[item.id], wanted.words)}
    found = (source for source in catalogue.sources if source.id in behind)
    return tuple(sorted(found, key=lambda source: source.authors.casefold()))


def batches(found: Sequence[_Found]) -> list[Sequence[_Found]]:
    """What was found, in batches that are shown together; none where nothing was found."""
    return [found[start : start + AT_A_TIME] for start in range(0, len(found), AT_A_TIME)]


def batch_with(found: Sequence[HasId], wanted_id: str) -> int | None:
    """The number of the batch that holds an id, from 0; ``None`` where none does."""
    places = (place for place, item in enumerate(found) if item.id == wanted_id)
    place = next(places, None)
    return None if place is None else place // AT_A_TIME


def _is_used(uses: frozenset[_Use], wanted: Wanted) -> bool:
    if wanted.method is None and wanted.fact is None:
        return True
    return any(
        wanted.method in (None, method) and wanted.fact in (None, fact) for method, fact in uses
    )


def _holds(text: str, words: str) -> bool:
    return all(f" {word}" in text for word in _plain(words).split())


def _plain(text: str) -> str:
    """Small letters and digits with single spaces, one before the first word."""
    letters = (letter if letter.isalnum() else " " for letter in text.casefold())
    return " " + " ".join("".join(letters).split())


@lru_cache(maxsize=4)
def _texts(catalogue: Catalogue) -> Mapping[str, str]:
    """What words are looked for in, by the id of each claim and source."""
    cited = {source.id: _plain(citation(source)) for source in catalogue.sources}
    said = {
        claim.id: _plain(claim.plain) + "".join(cited[source] for source in claim.sources)
        for claim in catalogue.claims
    }
    return cited | said


@lru_cache(maxsize=4)
def _uses(catalogue: Catalogue) -> Mapping[str, frozenset[_Use]]:
    """The methods and facts that cite each claim, by its id."""
    uses: dict[str, set[_Use]] = {
        claim.id: {
            (method.id, None)
            for method in catalogue.methods
            if method.id in (claim.topic, *claim.methods)
        }
        for claim in catalogue.claims
    }
    for method in catalogue.methods:
        for fact, content in method.facts.items():
            for claim in content.claims:
                uses[claim].add((method.id, fact))
        for fit in method.shapes.values():
            for claim in fit.claims:
                uses[claim].add((method.id, "scar-shapes"))
    return {claim: frozenset(found) for claim, found in uses.items()}
