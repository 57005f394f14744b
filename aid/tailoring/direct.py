"""Which studies compared which methods directly, and which pairs no study compared.

A study counts for every pair of methods that it set against each other, whichever is named first.
Nothing is added up by method, and no method is put first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, groupby, product

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.comparisons import StudyComparison
from aid.catalogue.ids import MethodId
from aid.formatting.direct import year

Pair = tuple[MethodId, MethodId]
"""Two methods in the stated order; twice the same where two kinds of one were compared."""

_NO_YEAR = 10_000
"""Sorts a study whose year was not seen after all others."""


@dataclass(frozen=True)
class Direct:
    """A pair of methods with one study that compared them."""

    methods: Pair
    study: StudyComparison


def direct_comparisons(
    catalogue: Catalogue, method_ids: Collection[MethodId]
) -> tuple[Direct, ...]:
    """The studies that compared any two of some methods.

    Args:
        catalogue: The content.
        method_ids: The methods, in any order.

    Returns:
        Sorted by pair, then by the year of the main source, then by id.
    """
    wanted = set(method_ids)
    return tuple(item for item in _all(catalogue) if wanted.issuperset(item.methods))


# Every click on the comparison needs these two. They are made of the content alone.


@lru_cache(maxsize=4)
def _all(catalogue: Catalogue) -> tuple[Direct, ...]:
    places = {method.id: place for place, method in enumerate(catalogue.methods)}

    def order(found: Direct) -> tuple[int, int, int, str]:
        first, second = found.methods
        study = found.study
        return places[first], places[second], year(catalogue, study) or _NO_YEAR, study.id

    found = (
        Direct(_in_order(pair, places), study)
        for study in catalogue.comparisons
        for pair in pairs_of(study)
    )
    return tuple(sorted(found, key=order))


@lru_cache(maxsize=4)
def _never_compared(catalogue: Catalogue) -> tuple[Pair, ...]:
    compared = {item.methods for item in _all(catalogue)}
    ids = [method.id for method in catalogue.methods]
    return tuple(pair for pair in combinations(ids, 2) if pair not in compared)


def pairs_of(study: StudyComparison) -> frozenset[frozenset[MethodId]]:
    """The pairs that a study compared; a set of one method where it compared two kinds of it.

    Methods in one arm are not set against each other, nor is a method that both arms have. Where
    one arm has all that the other has and more, what was added makes a pair with what was there.
    """
    found: set[frozenset[MethodId]] = set()
    for one, other in combinations(map(frozenset, study.arms), 2):
        if one == other:
            found.update(frozenset((method,)) for method in one)
        else:
            found.update(map(frozenset, product(one - other or one, other - one or other)))
    return frozenset(found)


def largest(
    catalogue: Catalogue, method_ids: Collection[MethodId], most: int
) -> tuple[Direct, ...]:
    """A few of the studies that compared some methods: the largest of each pair before any second.

    Each study is there once.

    Args:
        catalogue: The content.
        method_ids: The methods, in any order.
        most: How many there may be.

    Returns:
        In the order of ``direct_comparisons``; two kinds of one method are left out.
    """
    found = [
        item
        for item in direct_comparisons(catalogue, method_ids)
        if item.methods[0] != item.methods[1]
    ]
    # A study of several pairs stands under the first of them.
    once = {item.study.id: item for item in reversed(found)}.values()
    turns: Counter[Pair] = Counter()
    ranked: list[tuple[int, int, Direct]] = []
    for item in sorted(once, key=lambda item: -(item.study.n or 0)):
        ranked.append((turns[item.methods], found.index(item), item))
        turns[item.methods] += 1
    chosen = sorted(ranked, key=lambda turn: turn[:2])[:most]
    return tuple(item for _, _, item in sorted(chosen, key=lambda turn: turn[1]))


def at_once(catalogue: Catalogue) -> tuple[StudyComparison, ...]:
    """The studies that pooled many methods in groups of their own, by year, then id."""
    found = [study for study in catalogue.comparisons if not study.arms]
    return tuple(sorted(found, key=lambda study: (year(catalogue, study) or _NO_YEAR, study.id)))


def by_pair(found: Iterable[Direct]) -> Iterator[tuple[Pair, tuple[StudyComparison, ...]]]:
    """Each pair with its studies, of what ``direct_comparisons`` found."""
    for pair, items in groupby(found, key=lambda item: item.methods):
        yield pair, tuple(item.study for item in items)


def never_compared(catalogue: Catalogue, method_ids: Collection[MethodId]) -> tuple[Pair, ...]:
    """The pairs of some methods that no study compared, in the stated order."""
    wanted = set(method_ids)
    return tuple(pair for pair in _never_compared(catalogue) if wanted.issuperset(pair))


def never_lines(catalogue: Catalogue, method_ids: Collection[MethodId]) -> Iterator[str]:
    """The pairs of some methods that no study compared, those with the same first one together."""
    for first, pairs in groupby(never_compared(catalogue, method_ids), key=lambda pair: pair[0]):
        yield catalogue.interface.direct.never.format(
            name=catalogue.method_by_id[first].name,
            others="; ".join(catalogue.method_by_id[second].name for _, second in pairs),
        )


def _in_order(pair: frozenset[MethodId], places: dict[MethodId, int]) -> Pair:
    first, *rest = sorted(pair, key=places.__getitem__)
    return first, rest[0] if rest else first
