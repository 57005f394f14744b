"""What is wrong with answers is a value; its sentence is in the words of the content."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from aid.answers.file import MOST_BYTES, load_answers
from aid.answers.problems import _TEXTS, sentences
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.texts.answers_file import AnswersFileTexts
from aid.errors import AnswerProblem, AnswerProblemKind, AnswersError
from tests.unit.answers.files import file_of


def problems_in(data: bytes) -> tuple[AnswerProblem, ...]:
    with pytest.raises(AnswersError) as caught:
        load_answers(data, (), ())
    return caught.value.problems


def test_every_kind_of_problem_has_a_sentence() -> None:
    assert {"at", *get_args(AnswerProblemKind)} == set(AnswersFileTexts.model_fields)
    assert set(_TEXTS) == set(get_args(AnswerProblemKind))


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        (
            {"downtime": "weeks"},
            AnswerProblem(
                "unknown_choice",
                ("answers", "downtime"),
                what="weeks",
                known=(
                    "none",
                    "up-to-3-days",
                    "up-to-7-days",
                    "up-to-14-days",
                    "longer",
                    "not-sure",
                ),
            ),
        ),
        (
            {"notes": "x" * 2001},
            AnswerProblem("too_long", ("answers", "notes"), count=2001, most=2000),
        ),
        (
            {"own-questions": ["Why?"] * 13},
            AnswerProblem("too_many", ("answers", "own-questions"), count=13, most=12),
        ),
        (
            {"top-concerns": ["pain"]},
            AnswerProblem("top_not_ticked", ("answers", "top-concerns"), what="pain"),
        ),
        (
            {"kept-questions": ["my-age"]},
            AnswerProblem("unknown_question", ("answers", "kept-questions"), what="my-age"),
        ),
    ],
)
def test_a_problem_holds_what_its_sentence_says(
    answers: dict[str, Any], problem: AnswerProblem
) -> None:
    assert problems_in(file_of(answers)) == (problem,)


def test_a_file_as_a_whole_has_no_place() -> None:
    assert problems_in(b"{") == (AnswerProblem("damaged"),)
    assert problems_in(b" " * (MOST_BYTES + 1)) == (AnswerProblem("too_large", most=MOST_BYTES),)


@pytest.mark.parametrize(
    ("answers", "place", "named"),
    [
        ({"downtime": "weeks"}, "downtime", ["weeks"]),
        ({"scar-shapes": ["boxcar", "keloid"]}, "scar-shapes", ["keloid"]),
        ({"health": ["smoking", "none-of-these"]}, "health", ["none-of-these"]),
        ({"causes": ["acne", "acne"]}, "causes", ["acne"]),
        ({"top-concerns": ["pain"]}, "top-concerns", ["pain"]),
    ],
)
def test_a_problem_names_its_place_and_what_is_there(
    catalogue: Catalogue, answers: dict[str, Any], place: str, named: list[str]
) -> None:
    (said,) = sentences(catalogue, problems_in(file_of(answers)))
    assert said.startswith(f"answers.{place}")
    for item in named:
        assert f"“{item}”" in said


def test_known_choices_are_listed(catalogue: Catalogue) -> None:
    (said,) = sentences(catalogue, problems_in(file_of({"visits": "lots"})))
    assert ", ".join(option.id for option in catalogue.options("visits")) in said


def test_the_error_itself_repeats_nothing_that_somebody_wrote() -> None:
    with pytest.raises(AnswersError) as caught:
        load_answers(file_of({"downtime": "my secret", "own-questions": ["a" * 2001]}), (), ())
    assert str(caught.value) == (
        "answers: downtime: unknown_choice\nanswers: own-questions: too_long"
    )
