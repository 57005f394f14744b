"""Which studies compared which methods: for every pair alike, in one order, with nothing added up.

The rules, on the sample. ``tests/content/test_direct.py`` holds what we ship against them.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.comparisons import StudyComparison
from aid.catalogue.ids import MethodId
from aid.tailoring.direct import (
    at_once,
    by_pair,
    direct_comparisons,
    largest,
    never_compared,
    pairs_of,
)

EVERY_METHOD: tuple[MethodId, ...] = ("dermabrasion", "subcision", "no-procedure-for-now")


def study(*arms: tuple[MethodId, ...]) -> StudyComparison:
    return StudyComparison(
        id="made-up",
        arms=arms,
        who="People.",
        by_chance="lot",
        difference="not-told",
        text="A result.",
        claims=("three-ways",),
    )


def pairs(*arms: tuple[MethodId, ...]) -> set[str]:
    return {" ".join(sorted(pair)) for pair in pairs_of(study(*arms))}


def test_a_study_of_three_methods_counts_for_each_of_its_pairs(sample: Catalogue) -> None:
    found = [item.methods for item in direct_comparisons(sample, EVERY_METHOD)]
    three = [item for item in direct_comparisons(sample, EVERY_METHOD) if item.study.id == "three"]
    assert [item.methods for item in three] == [
        ("dermabrasion", "subcision"),
        ("dermabrasion", "no-procedure-for-now"),
        ("subcision", "no-procedure-for-now"),
    ]
    assert set(found) == {*(item.methods for item in three), ("subcision", "subcision")}


def test_the_order_is_by_pair_then_year_then_id_and_no_year_comes_last(sample: Catalogue) -> None:
    found = [(item.methods, item.study.id) for item in direct_comparisons(sample, EVERY_METHOD)]
    assert found == [
        (("dermabrasion", "subcision"), "added"),
        (("dermabrasion", "subcision"), "three"),
        (("dermabrasion", "subcision"), "undated"),
        (("dermabrasion", "no-procedure-for-now"), "three"),
        (("subcision", "subcision"), "kinds"),
        (("subcision", "no-procedure-for-now"), "three"),
    ]


def test_neither_the_order_of_methods_nor_that_of_files_matters(sample: Catalogue) -> None:
    expected = direct_comparisons(sample, EVERY_METHOD)
    turned = replace(sample, comparisons=sample.comparisons[::-1])
    for order in permutations(EVERY_METHOD):
        assert direct_comparisons(turned, order) == expected


def test_only_pairs_of_the_methods_asked_for_are_there(sample: Catalogue) -> None:
    found = direct_comparisons(sample, ("no-procedure-for-now", "subcision"))
    assert [item.study.id for item in found] == ["kinds", "three"]
    assert direct_comparisons(sample, EVERY_METHOD[:1]) == ()


@pytest.mark.parametrize(
    ("arms", "expected"),
    [
        ((("subcision",), ("dermabrasion",)), {"dermabrasion subcision"}),
        ((("subcision",), ("subcision",)), {"subcision"}),
        ((("subcision",), ("dermabrasion", "subcision")), {"dermabrasion subcision"}),
        (
            (("subcision",), ("dermabrasion", "tca-cross")),
            {"dermabrasion subcision", "subcision tca-cross"},
        ),
        (
            (("subcision", "tca-cross"), ("dermabrasion", "tca-cross")),
            {"dermabrasion subcision"},
        ),
        ((("subcision", "tca-cross"), ("subcision", "tca-cross")), {"subcision", "tca-cross"}),
    ],
)
def test_methods_of_one_group_are_not_set_against_each_other(
    arms: tuple[tuple[MethodId, ...], ...], expected: set[str]
) -> None:
    assert pairs(*arms) == expected
    assert pairs(*arms[::-1]) == expected


def test_pairs_come_with_their_studies_and_the_rest_is_known_too(sample: Catalogue) -> None:
    found = direct_comparisons(sample, EVERY_METHOD)
    assert {pair: len(studies) for pair, studies in by_pair(found)} == {
        ("dermabrasion", "subcision"): 3,
        ("dermabrasion", "no-procedure-for-now"): 1,
        ("subcision", "subcision"): 1,
        ("subcision", "no-procedure-for-now"): 1,
    }
    assert never_compared(sample, EVERY_METHOD) == ()
    undated = replace(sample, comparisons=sample.comparisons[:1])
    assert never_compared(undated, EVERY_METHOD[::-1]) == (
        ("dermabrasion", "no-procedure-for-now"),
        ("subcision", "no-procedure-for-now"),
    )


def test_a_study_of_many_methods_at_once_counts_for_no_pair(sample: Catalogue) -> None:
    assert [item.id for item in at_once(sample)] == ["many"]
    assert "many" not in {item.study.id for item in direct_comparisons(sample, EVERY_METHOD)}


def test_the_largest_study_of_each_pair_comes_before_any_second(sample: Catalogue) -> None:
    def sized(name: str, n: int | None, *arms: tuple[MethodId, ...]) -> StudyComparison:
        return study(*arms).model_copy(update={"id": name, "n": n})

    one: tuple[MethodId, ...] = ("subcision",)
    other: tuple[MethodId, ...] = ("dermabrasion",)
    none: tuple[MethodId, ...] = ("no-procedure-for-now",)
    made = replace(
        sample,
        comparisons=(
            sized("big", 90, one, other),
            sized("next", 80, other, one),
            sized("uncounted", None, other, one),
            sized("small", 10, none, one),
            sized("kinds", 500, one, one),
        ),
    )

    def chosen(most: int, method_ids: tuple[MethodId, ...] = EVERY_METHOD) -> list[str]:
        return [item.study.id for item in largest(made, method_ids, most)]

    assert chosen(1) == ["big"]
    assert chosen(2) == ["big", "small"]
    assert chosen(3) == ["big", "next", "small"]
    assert chosen(9) == ["big", "next", "uncounted", "small"]
    assert chosen(2, EVERY_METHOD[::-1]) == chosen(2)
    assert chosen(9, ("subcision", "no-procedure-for-now")) == ["small"]


def test_the_largest_studies_are_each_there_once(sample: Catalogue) -> None:
    found = [item.study.id for item in largest(sample, EVERY_METHOD, 9)]
    assert sorted(found) == ["added", "three", "undated"]
