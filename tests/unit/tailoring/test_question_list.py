"""The reader's own list of questions: what a tick, a removal and a move make of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.doctor_questions import DoctorQuestion
from aid.tailoring.question_list import (
    question_list,
    with_question,
    with_question_back,
    with_question_moved,
    without_question,
)

ANSWERS = Answers(
    concerns=("cost",),
    health=("smoking",),
    sheet_methods=("subcision",),
    kept_questions=("ask-price",),
)
"""They bring every question of the sample; one is on the reader's own list."""


def ids(questions: Sequence[DoctorQuestion]) -> list[str]:
    return [question.id for question in questions]


def test_the_general_questions_cannot_be_moved(sample: Catalogue) -> None:
    found = question_list(sample, ANSWERS)
    assert ids(found.kept) == ["ask-options", "ask-price"]
    assert found.movable == ("ask-price",)


def test_what_is_not_kept_is_offered_private_questions_apart(sample: Catalogue) -> None:
    found = question_list(sample, ANSWERS)
    assert ids(found.further) == ["ask-subcision"]
    assert ids(found.private) == ["ask-smoking"]


def test_a_question_that_was_just_ticked_keeps_its_place_among_the_further_ones(
    sample: Catalogue,
) -> None:
    before = question_list(sample, ANSWERS)
    ticked = before.further[0].id
    longer = ANSWERS.with_values(kept_questions=with_question(before.movable, ticked))
    after = question_list(sample, longer, just_ticked=(ticked,))
    assert after.further == before.further
    assert after.movable == ("ask-price", ticked)
    assert question_list(sample, longer).further == ()


def test_a_question_that_was_just_taken_off_keeps_its_place_among_the_rows(
    sample: Catalogue,
) -> None:
    kept = ANSWERS.with_values(kept_questions=("ask-price", "ask-subcision", "ask-smoking"))
    before = question_list(sample, kept)
    rows = ids(before.rows)
    assert rows == ["ask-price", "ask-subcision", "ask-smoking"]
    for item in rows:
        fewer = kept.with_values(kept_questions=without_question(before.movable, item))
        after = question_list(sample, fewer, rows_before=rows)
        assert after.rows == before.rows
        assert item not in after.movable
        assert item not in ids((*after.further, *after.private))
        assert with_question_back(after.movable, item, rows) == before.movable
        assert item in ids((*question_list(sample, fewer).further, *before.private, *after.rows))


def test_without_answers_the_general_questions_are_there(sample: Catalogue) -> None:
    found = question_list(sample, Answers())
    assert ids(found.kept) == ["ask-options"]
    assert found.movable == ()


def test_a_tick_adds_at_the_end_and_only_once() -> None:
    assert with_question(("a",), "b") == ("a", "b")
    assert with_question(("a", "b"), "a") == ("a", "b")


def test_a_removal_takes_one_off() -> None:
    assert without_question(("a", "b", "c"), "b") == ("a", "c")
    assert without_question(("a",), "b") == ("a",)


@pytest.mark.parametrize(
    ("moved", "by", "after"),
    [
        ("b", -1, ("b", "a", "c")),
        ("b", 1, ("a", "c", "b")),
        ("a", -1, ("a", "b", "c")),
        ("c", 1, ("a", "b", "c")),
        ("c", -2, ("c", "a", "b")),
        ("x", 1, ("a", "b", "c")),
    ],
)
def test_a_move_stops_at_the_ends(moved: str, by: int, after: tuple[str, ...]) -> None:
    assert with_question_moved(("a", "b", "c"), moved, by) == after
