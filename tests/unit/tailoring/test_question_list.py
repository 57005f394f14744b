"""The reader's own list of questions: what a tick, a removal and a move make of it."""

from __future__ import annotations

import pytest

from aid.answers.example import example_answers
from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.tailoring.doctor_questions import asked_questions, general_questions, kept_questions
from aid.tailoring.question_list import (
    question_list,
    with_question,
    with_question_moved,
    without_question,
)


def test_the_general_questions_cannot_be_moved(catalogue: Catalogue) -> None:
    answers = example_answers()
    found = question_list(catalogue, answers)
    assert found.kept == kept_questions(catalogue, answers)
    general = tuple(item.id for item in general_questions(catalogue))
    assert general
    assert tuple(item.id for item in found.kept) == (*general, *found.movable)


def test_what_is_not_kept_is_offered_private_questions_apart(catalogue: Catalogue) -> None:
    answers = example_answers()
    found = question_list(catalogue, answers)
    offered = {*found.further, *found.private}
    assert offered == set(asked_questions(catalogue, answers)) - set(found.kept)
    assert found.private
    assert all(item.private for item in found.private)
    assert not any(item.private for item in found.further)


def test_a_question_that_was_just_ticked_keeps_its_place_among_the_further_ones(
    catalogue: Catalogue,
) -> None:
    answers = example_answers()
    before = question_list(catalogue, answers)
    ticked = before.further[0].id
    longer = answers.with_values(kept_questions=with_question(before.movable, ticked))
    after = question_list(catalogue, longer, just_ticked=(ticked,))
    assert after.further == before.further
    assert ticked in after.movable
    assert ticked not in {item.id for item in question_list(catalogue, longer).further}


def test_without_answers_the_general_questions_are_there(catalogue: Catalogue) -> None:
    kept = question_list(catalogue, Answers()).kept
    assert kept[: len(general_questions(catalogue))] == general_questions(catalogue)


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
