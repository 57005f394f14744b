"""Which questions answers bring, in which order, and which may print.

The rules, on the sample. ``tests/content/test_questions_for_answers.py`` proves them over the
question bank that we ship.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.doctor_questions import DoctorQuestion, When
from aid.catalogue.ids import METHOD_IDS, HealthId
from aid.tailoring.doctor_questions import (
    MOST_KEPT_BY_DEFAULT,
    applies,
    asked_questions,
    general_questions,
    kept_questions,
    may_print,
    methods_in_focus,
)
from tests.exhaustive import subsets

EVERYTHING: dict[str, Any] = {
    "concerns": ["cost"],
    "health": ["smoking"],
    "sheet_methods": ["subcision"],
}


def ids(questions: Sequence[DoctorQuestion]) -> list[str]:
    return [question.id for question in questions]


def reader(**values: object) -> Answers:
    return Answers.model_validate(values)


def with_questions(sample: Catalogue, *added: tuple[str, When]) -> Catalogue:
    """The sample with further questions at the end of its bank."""
    model = sample.question_by_id["ask-price"]
    questions = [model.model_copy(update={"id": name, "when": when}) for name, when in added]
    return replace(sample, shared_questions=(*sample.shared_questions, *questions))


@pytest.mark.parametrize(
    ("values", "brought"),
    [
        ({}, []),
        ({"concerns": ["cost"]}, ["ask-price"]),
        ({"concerns": ["downtime"]}, []),
        ({"health": ["smoking"]}, ["ask-smoking"]),
        ({"health": ["pregnancy"]}, []),
        ({"compare_methods": ["subcision"]}, ["ask-subcision"]),
        ({"sheet_methods": ["dermabrasion"], "compare_methods": ["subcision"]}, []),
        ({"concerns": ["none-of-these"], "health": ["rather-not-say"]}, []),
        (EVERYTHING, ["ask-smoking", "ask-price", "ask-subcision"]),
    ],
)
def test_the_general_question_comes_first_then_what_the_answers_bring_step_by_step(
    sample: Catalogue, values: dict[str, Any], brought: list[str]
) -> None:
    assert ids(asked_questions(sample, reader(**values))) == ["ask-options", *brought]


def test_any_id_within_a_condition_is_enough_and_every_condition_must_hold() -> None:
    when = When.model_validate({"methods": ("subcision", "dermabrasion"), "concerns": ("cost",)})
    assert applies(when, reader(concerns=["cost"], sheet_methods=["dermabrasion"]))
    assert applies(when, reader(concerns=["cost"], sheet_methods=["subcision"]))
    assert not applies(when, reader(concerns=["cost"]))
    assert not applies(when, reader(sheet_methods=["subcision"]))
    assert applies(When(always=True), reader())


def test_questions_of_top_concerns_come_in_the_readers_order(sample: Catalogue) -> None:
    bank = with_questions(sample, ("ask-days", When.model_validate({"concerns": ("downtime",)})))
    concerns = ["cost", "downtime"]

    def asked(top: list[str]) -> list[str]:
        return ids(asked_questions(bank, reader(concerns=concerns, top_concerns=top)))

    assert asked([]) == ["ask-options", "ask-price", "ask-days"]
    assert asked(["downtime"]) == ["ask-options", "ask-days", "ask-price"]
    assert asked(["cost", "downtime"]) == ["ask-options", "ask-price", "ask-days"]
    assert asked(["downtime", "cost"]) == ["ask-options", "ask-days", "ask-price"]


def test_a_private_question_prints_by_default_only_with_its_item_said_and_ticked(
    sample: Catalogue,
) -> None:
    for said, ticked in product([[], ["smoking"], ["pregnancy"]], repeat=2):
        kept = ids(kept_questions(sample, reader(health=said, health_on_sheet=ticked)))
        assert ("ask-smoking" in kept) == (said == ticked == ["smoking"]), (said, ticked)


def test_a_private_question_may_print_only_with_its_own_item(sample: Catalogue) -> None:
    private = sample.question_by_id["ask-smoking"]
    assert private.private
    assert not may_print(private, ())
    assert not may_print(private, ("pregnancy",))
    assert may_print(private, ("smoking",))
    assert may_print(sample.question_by_id["ask-price"], ())


def test_a_question_of_two_items_prints_only_with_one_that_is_said_and_printed(
    sample: Catalogue,
) -> None:
    """Printing what was not said must not bring out what was said and is not printed."""
    both: tuple[HealthId, ...] = ("smoking", "pregnancy")
    bank = with_questions(sample, ("of-two", When(health=both)))
    for said, printed in product(subsets(both), repeat=2):
        kept = ids(kept_questions(bank, reader(health=said, health_on_sheet=printed)))
        assert ("of-two" in kept) == bool(set(said) & set(printed)), (said, printed)


def test_a_list_that_the_reader_made_holds_after_the_general_question(sample: Catalogue) -> None:
    for made in (["ask-smoking", "ask-price"], ["ask-price", "ask-options", "ask-smoking"], []):
        kept = ids(kept_questions(sample, reader(kept_questions=made)))
        assert kept == ["ask-options", *(item for item in made if item != "ask-options")]


def test_other_answers_change_nothing_in_a_list_that_the_reader_made(sample: Catalogue) -> None:
    kept = kept_questions(sample, reader(kept_questions=["ask-price"], **EVERYTHING))
    assert ids(kept) == ["ask-options", "ask-price"]


def test_by_default_the_first_twelve_are_kept(sample: Catalogue) -> None:
    more = [(f"more-{number}", When(always=True)) for number in range(MOST_KEPT_BY_DEFAULT)]
    bank = with_questions(sample, *more)
    asked, kept = asked_questions(bank, reader()), kept_questions(bank, reader())
    assert len(asked) == MOST_KEPT_BY_DEFAULT + 1
    assert len(kept) == MOST_KEPT_BY_DEFAULT == 12
    assert kept == asked[:12]


def test_general_questions_are_those_of_the_general_group(sample: Catalogue) -> None:
    assert ids(general_questions(sample)) == ["ask-options"]


def test_methods_in_focus_are_those_on_the_sheet_else_those_compared() -> None:
    none, sheet, compared = "no-procedure-for-now", ["subcision"], ["dermabrasion"]
    assert methods_in_focus(reader()) == (none,)
    assert methods_in_focus(reader(compare_methods=compared)) == ("dermabrasion", none)
    assert methods_in_focus(reader(sheet_methods=sheet, compare_methods=compared)) == (
        "subcision",
        none,
    )
    assert methods_in_focus(reader(sheet_methods=METHOD_IDS))[-1] == none
    assert len(methods_in_focus(reader(sheet_methods=METHOD_IDS))) == len(METHOD_IDS)
