"""The direct comparisons that we ship: enough of them, each fair to every method it names."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import METHOD_IDS, MethodId
from aid.formatting.direct import certainty, pair_title, sentences
from aid.tailoring.direct import Direct, at_once, by_pair, direct_comparisons, never_compared


@pytest.fixture(scope="module")
def found(catalogue: Catalogue) -> tuple[Direct, ...]:
    return direct_comparisons(catalogue, METHOD_IDS)


def test_there_are_at_least_60_of_at_least_18_pairs(found: tuple[Direct, ...]) -> None:
    """A study counts once for each pair; two kinds of one method are no pair."""
    counted = Counter(item.methods for item in found if item.methods[0] != item.methods[1])
    assert counted.total() >= 60
    assert len(counted) >= 18


def test_every_pair_has_the_same_studies_whichever_is_named_first(catalogue: Catalogue) -> None:
    never = set(never_compared(catalogue, METHOD_IDS))
    for first, second in combinations(METHOD_IDS, 2):
        one = direct_comparisons(catalogue, (first, second))
        assert one == direct_comparisons(catalogue, (second, first))
        pairs: set[tuple[MethodId, MethodId]] = {(first, second), (second, first)}
        assert bool(never & pairs) is not any(item.methods in pairs for item in one)


def test_every_study_is_told_somewhere(catalogue: Catalogue, found: tuple[Direct, ...]) -> None:
    told = {item.study.id for item in found} | {study.id for study in at_once(catalogue)}
    assert told == {study.id for study in catalogue.comparisons}


def test_every_claim_of_a_pair_names_both_methods(
    catalogue: Catalogue, found: tuple[Direct, ...]
) -> None:
    for item in found:
        for claim in item.study.claims:
            assert set(item.methods) <= set(catalogue.claim_by_id[claim].methods)


def test_a_study_is_no_surer_than_its_weakest_claim(catalogue: Catalogue) -> None:
    weakest = {"low": 0, "very-low": 0}
    for study in catalogue.comparisons:
        grades = {catalogue.claim_by_id[claim].certainty for claim in study.claims}
        assert certainty(catalogue, study) == ("very-low" if "very-low" in grades else "low")
        weakest[certainty(catalogue, study)] += 1
    assert all(weakest.values())


def test_each_part_stands_in_each_study_in_the_same_order(catalogue: Catalogue) -> None:
    words = catalogue.interface.direct
    labels = [
        text.partition("{")[0]
        for text in (
            words.result,
            words.harms,
            words.who,
            words.shapes,
            words.groups,
            words.follow_up,
            catalogue.interface.compare.certainty,
        )
    ]
    for study in catalogue.comparisons:
        told = sentences(catalogue, study)
        assert len(told) == len(labels)
        for label, sentence in zip(labels, told, strict=True):
            assert sentence.startswith(label)
            assert len(sentence) > len(label)


def test_no_title_of_a_pair_counts_its_studies_or_what_they_found(
    catalogue: Catalogue, found: tuple[Direct, ...]
) -> None:
    for pair, _ in by_pair(found):
        assert not re.search(r"\d", pair_title(catalogue, pair))
