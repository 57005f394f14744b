"""Concerns mark rows and move them up; they never touch a method: every set, on what we ship.

The rules one by one are tested on the sample, in ``tests/unit/tailoring/test_comparison.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import permutations
from math import perm

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import ConcernId
from aid.tailoring.comparison import beside_answers, cell, compare, marked_facts, rows
from aid.tailoring.relevance import relevance
from tests.content_files import real_files
from tests.exhaustive import COMBINATIONS, readers, subsets

_FILES = real_files()
"""The content as its files have it, not as the code under test reads it."""

ROW_ORDER: tuple[str, ...] = tuple(fact["id"] for fact in _FILES["en/facts.toml"]["fact"])
KEY_ROWS = {fact["id"] for fact in _FILES["en/facts.toml"]["fact"] if fact["key"]}
MAP: dict[ConcernId, set[str]] = {
    concern["id"]: set(concern["facts"]) for concern in _FILES["en/concerns.toml"]["concern"]
}

REAL = tuple(item for item in MAP if MAP[item])
ALL_TOPS = tuple(top for size in (1, 2, 3) for top in permutations(REAL, size))

Record = Callable[[str, object], None]


def marked_by(concerns: Collection[ConcernId]) -> set[str]:
    return set().union(*(MAP[concern] for concern in concerns))


def expected_order(concerns: Collection[ConcernId], top: Collection[ConcernId] = ()) -> list[str]:
    """The top group, then the other ticked ones, then the rest, each in row order."""
    first, marked = marked_by(top), marked_by(concerns)
    groups = (first, marked - first, set(ROW_ORDER) - marked - first)
    return [row for group in groups for row in ROW_ORDER if row in group]


def check_rows(
    catalogue: Catalogue, concerns: Sequence[ConcernId], top: Sequence[ConcernId] = ()
) -> None:
    laid_out = rows(catalogue, tuple(concerns), tuple(top))
    assert [row.id for row in laid_out] == expected_order(concerns, top), (concerns, top)
    assert {row.id for row in laid_out if row.marked} == marked_by(concerns), (concerns, top)


@pytest.mark.parametrize("concern", MAP)
def test_one_concern_marks_its_rows(catalogue: Catalogue, concern: ConcernId) -> None:
    assert marked_facts(catalogue, (concern,)) == MAP[concern]
    assert catalogue.concern_by_id[concern].facts == () or MAP[concern]


def test_every_set_of_concerns_orders_and_marks_the_rows(
    catalogue: Catalogue, record_property: Record
) -> None:
    """All sets of concerns, each also beside "not sure", and "none of these" alone."""
    ran = 0
    for concerns in subsets(REAL):
        check_rows(catalogue, concerns)
        check_rows(catalogue, (*concerns, "not-sure"))
        ran += 2
    check_rows(catalogue, ("none-of-these",))
    ran += 1
    assert ran == 2 * 2 ** len(REAL) + 1
    record_property(COMBINATIONS, f"{ran:,} sets of concerns: order and marks of the rows")


def test_every_choice_of_top_concerns_comes_first(
    catalogue: Catalogue, record_property: Record
) -> None:
    """Each single one, ordered pair and ordered triple, ticked alone and with all the others."""
    for top in ALL_TOPS:
        check_rows(catalogue, top, top)
        check_rows(catalogue, REAL, top)
    assert len(ALL_TOPS) == sum(perm(len(REAL), size) for size in (1, 2, 3))
    record_property(
        COMBINATIONS, f"{2 * len(ALL_TOPS):,} choices of top concerns: order of the rows"
    )


def test_every_set_of_concerns_with_three_on_top(
    catalogue: Catalogue, record_property: Record
) -> None:
    """Every set again, with its first, middle and last concern on top."""
    ran = 0
    for concerns in subsets(REAL):
        top = tuple(
            dict.fromkeys(concerns[:1] + concerns[len(concerns) // 2 :][:1] + concerns[-1:])
        )
        check_rows(catalogue, concerns, top)
        ran += 1
    assert ran == 2 ** len(REAL)
    record_property(COMBINATIONS, f"{ran:,} sets of concerns with top concerns: order of the rows")


def test_no_set_of_concerns_changes_a_method(catalogue: Catalogue, record_property: Record) -> None:
    for shapes in ((), ("ice-pick",)):
        base = Answers.model_validate(
            {"scar_shapes": shapes, "downtime": "up-to-7-days", "visits": "one"}
        )
        without = compare(catalogue, base)
        for concerns in subsets(REAL):
            laid_out = compare(
                catalogue,
                base.model_copy(update={"concerns": concerns, "top_concerns": concerns[:3]}),
            )
            assert laid_out.relevance == without.relevance, concerns
            assert laid_out.beside_answers == without.beside_answers, concerns
    record_property(
        COMBINATIONS, f"{2 * 2 ** len(REAL):,} sets of concerns: the methods stay as they are"
    )


def test_key_rows_are_open(catalogue: Catalogue) -> None:
    laid_out = rows(catalogue, ("cost",))
    assert {row.id for row in laid_out if row.fact.key} == KEY_ROWS
    assert {row.id for row in laid_out if row.open} == KEY_ROWS | {"cost"}


def test_every_fact_of_every_method_can_be_reached(catalogue: Catalogue) -> None:
    laid_out = compare(catalogue, Answers())
    met = {
        (listed.method_id, row.id): cell(catalogue, listed.method_id, row.id)
        for listed in laid_out.relevance.methods
        for row in laid_out.rows
    }
    assert len(met) == len(catalogue.methods) * len(ROW_ORDER)
    for (method_id, fact_id), content in met.items():
        assert content is catalogue.method_by_id[method_id].facts[fact_id]
        assert content.short
        assert content.text


@pytest.mark.slow
@given(data=st.data())
def test_any_answers_move_rows_and_nothing_else(catalogue: Catalogue, data: st.DataObject) -> None:
    answers = data.draw(readers(catalogue.question_by_id, words=False))
    laid_out = compare(catalogue, answers)
    assert [row.id for row in laid_out.rows] == expected_order(
        answers.concerns, answers.top_concerns
    )
    assert {row.id for row in laid_out.rows if row.marked} == marked_by(answers.concerns)
    assert laid_out.relevance == relevance(catalogue, answers.scar_shapes)
    time_alone = Answers(downtime=answers.downtime, visits=answers.visits)
    assert laid_out.beside_answers == tuple(
        beside_answers(catalogue, time_alone, method) for method in catalogue.methods
    )
    assert compare(catalogue, answers) == laid_out
