"""Answers are in order, keep the rules, and change only as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aid.answers.example import example_answers
from aid.answers.model import Answers
from aid.catalogue.answer_fields import ANSWERS
from aid.catalogue.ids import EXCLUSIVE, HEALTH_IDS
from aid.errors import AnswersError
from tests.exhaustive import readers
from tests.unit.answers.files import (
    KNOWN,
    OWN_WORDS,
    REAL_CONCERNS,
    file_of,
    parse,
    plain,
    problems_of,
)

REAL_ITEMS = [item for item in HEALTH_IDS if item not in EXCLUSIVE]


def test_answers_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Answers().downtime = "none"  # type: ignore[misc]


# Ticks are in the aid's order.


@pytest.mark.parametrize(
    ("field", "order"),
    [
        (field.name, [choice for choice in field.choices if choice not in EXCLUSIVE])
        for field in ANSWERS.values()
        if field.kind == "several"
    ],
)
@given(data=st.data())
def test_ticks_stand_in_the_aids_order(
    field: str, order: Sequence[str], data: st.DataObject
) -> None:
    ticks = data.draw(st.permutations(order))[: data.draw(st.integers(0, len(order)))]
    ticks = ticks[: ANSWERS[field.replace("_", "-")].most]
    answers = Answers.model_validate({field: ticks})
    assert getattr(answers, field) == tuple(item for item in order if item in ticks)


@pytest.mark.parametrize(
    ("field", "chosen"),
    [
        ("top_concerns", ("cost", "pain")),
        ("kept_questions", ("my-age", "cost-in-all")),
        ("own_questions", ("B?", "A?", "B?")),
    ],
)
def test_choices_keep_the_readers_order(field: str, chosen: tuple[str, ...]) -> None:
    answers = Answers.model_validate({"concerns": ["pain", "cost"], field: chosen})
    assert getattr(answers, field) == chosen


# The rules.


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        (
            {"health": ["none-of-these", "smoking"]},
            "answers.health: “none-of-these” cannot be",
        ),
        (
            {"health": ["smoking", "rather-not-say"]},
            "answers.health: “rather-not-say” cannot be",
        ),
        (
            {"concerns": ["none-of-these", "pain"]},
            "answers.concerns: “none-of-these” cannot be",
        ),
        (
            {"concerns": ["none-of-these", "not-sure"]},
            "answers.concerns: “none-of-these” cannot be",
        ),
        (
            {"health": ["none-of-these", "rather-not-say"]},
            "answers.health: “none-of-these” cannot be",
        ),
        ({"scar-shapes": ["boxcar", "boxcar"]}, "answers.scar-shapes: “boxcar” is there more than"),
        ({"causes": ["acne", "acne"]}, "answers.causes: “acne” is there more than once"),
        ({"sheet-methods": ["subcision"] * 2}, "answers.sheet-methods: “subcision” is there more"),
        ({"leaning": ["not-sure"] * 2}, "answers.leaning: “not-sure” is there more than once"),
        ({"kept-questions": ["my-age"] * 2}, "answers.kept-questions: “my-age” is there more than"),
        (
            {"top-concerns": ["pain"]},
            "answers.top-concerns: “pain” is a top concern, but it",
        ),
        (
            {"concerns": ["pain"], "top-concerns": ["pain", "cost"]},
            "answers.top-concerns: “cost” is a top concern, but it",
        ),
        (
            {"concerns": REAL_CONCERNS, "top-concerns": REAL_CONCERNS[:4]},
            "answers.top-concerns: has 4 entries. There may be at most 3.",
        ),
        (
            {"compare-methods": ["subcision", "dermabrasion", "tca-cross", "chemical-peels"]},
            "answers.compare-methods: has 4 entries. There may be at most 3.",
        ),
        (
            {"own-questions": ["Why?"] * 13},
            "answers.own-questions: has 13 entries. There may be at most 12.",
        ),
        (
            {"own-questions": ["x" * 2001]},
            "answers.own-questions.0: has 2,001 characters. A text may have at most 2,000.",
        ),
    ],
)
def test_a_broken_rule_is_named(answers: dict[str, Any], problem: str) -> None:
    assert any(said.startswith(problem) for said in problems_of(file_of(answers)))


@pytest.mark.parametrize("field", OWN_WORDS)
def test_own_words_are_capped_with_a_sentence(field: str) -> None:
    key = field.replace("_", "-")
    assert getattr(parse(file_of({key: "é" * 2000})), field) == "é" * 2000
    assert problems_of(file_of({key: "é" * 2001})) == (
        f"answers.{key}: has 2,001 characters. A text may have at most 2,000.",
    )


def test_limits_hold_to_the_last_one() -> None:
    answers = parse(
        file_of(
            {
                "concerns": REAL_CONCERNS,
                "top-concerns": REAL_CONCERNS[:3],
                "compare-methods": ["subcision", "dermabrasion", "tca-cross"],
                "own-questions": ["Why?"] * 12,
            }
        )
    )
    assert len(answers.top_concerns) == len(answers.compare_methods) == 3
    assert len(answers.own_questions) == 12


def test_every_problem_of_a_file_is_said_at_once() -> None:
    problems = problems_of(
        file_of({"downtime": "weeks", "notes": 5, "health": ["smoking", "smoking"], "more": 1})
    )
    assert len(problems) == 4
    assert [problem.split(":")[0] for problem in problems] == [
        "answers.downtime",
        "answers.health",
        "answers.notes",
        "answers.more",
    ]


# Changing answers.


def test_top_concerns_go_with_their_tick() -> None:
    answers = Answers(concerns=("pain", "cost", "visits"), top_concerns=("cost", "pain"))
    fewer = answers.with_values(concerns=("pain", "visits"))
    assert fewer.top_concerns == ("pain",)
    assert answers.with_values(concerns=()).top_concerns == ()
    assert answers.with_values(concerns=("none-of-these",)).top_concerns == ()
    more = answers.with_values(concerns=("pain", "cost", "visits", "evidence"))
    assert more.top_concerns == ("cost", "pain")
    assert answers.with_values(downtime="none").top_concerns == ("cost", "pain")


def test_new_values_leave_the_old_answers_alone() -> None:
    before = example_answers()
    after = before.with_values(notes="Another note.", downtime=None)
    assert before == example_answers()
    assert after.notes == "Another note."
    assert after.downtime is None
    assert after.with_values(notes=before.notes, downtime=before.downtime) == before


@pytest.mark.parametrize(
    "values",
    [
        {"health": ("none-of-these", "smoking")},
        {"top_concerns": ("evidence",)},
        {"concerns": "pain"},
        {"notes": "x" * 2001},
        {"downtime": "weeks"},
        {"own_questions": ("Why?",) * 13},
        {"unknown": 1},
    ],
)
def test_a_new_value_that_breaks_a_rule_is_refused_in_plain_words(values: dict[str, Any]) -> None:
    with pytest.raises(AnswersError) as caught:
        example_answers().with_values(**values)
    plain(caught.value.problems)


@pytest.mark.slow
@given(
    answers=readers(KNOWN, words=False),
    concerns=st.lists(st.sampled_from(REAL_CONCERNS), unique=True),
)
def test_any_change_of_concerns_is_accepted(answers: Answers, concerns: list[str]) -> None:
    changed = answers.with_values(concerns=tuple(concerns))
    assert set(changed.concerns) == set(concerns)
    assert changed.top_concerns == tuple(item for item in answers.top_concerns if item in concerns)
