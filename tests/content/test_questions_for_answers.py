"""Which questions answers bring, and that health stays private: proven on the bank we ship.

The rules one by one are tested on the sample, in ``tests/unit/tailoring/test_doctor_questions.py``.
What is expected here is worked out from the question file, not by the code under test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.doctor_questions import DoctorQuestion, When
from aid.catalogue.ids import HEALTH_IDS, NO_PROCEDURE, HealthId
from aid.papers.sheet.content import build_sheet, printed_health
from aid.tailoring.doctor_questions import (
    asked_questions,
    kept_questions,
    may_print,
)
from tests.content_files import real_files
from tests.exhaustive import COMBINATIONS, readers, subsets

TODAY = date(2026, 11, 22)
GENERAL = ("what-are-my-options", "benefits-and-harms", "chance-for-me")
ITEMS = tuple(item for item in HEALTH_IDS if item not in ("none-of-these", "rather-not-say"))
SETS_OF_UP_TO_THREE = tuple(subsets(ITEMS, at_most=3))
MOST_BY_DEFAULT = 12

FIELDS: Mapping[str, tuple[str, ...]] = {
    "methods": ("sheet_methods", "compare_methods"),
    "shapes": ("scar_shapes",),
    "causes": ("causes",),
    "places": ("body_places",),
    "downtime": ("downtime",),
    "visits": ("visits",),
    "concerns": ("concerns", "top_concerns"),
    "health": ("health", "earlier_procedures", "health_on_sheet"),
}
"""The answers that each key of a condition looks at."""

Record = Callable[[str, object], None]
Bank = list[dict[str, Any]]


@pytest.fixture(scope="session")
def bank() -> Bank:
    """The question bank as the content editor wrote it."""
    files = real_files()
    questions: Bank = list(files["en/questions.toml"]["question"])
    methods = [files[name] for name in files if name.startswith("en/methods/")]
    for method in sorted(methods, key=lambda item: (item["id"] == NO_PROCEDURE, item["name"])):
        when = {"when": {"methods": [method["id"]]}}
        questions += [{"group": "method", **question, **when} for question in method["question"]]
    return questions


def brings(when: Mapping[str, Any], answers: Answers) -> bool:
    """Any id within a key is enough; every key that is given must hold."""
    if when.get("always"):
        return True
    methods = answers.sheet_methods or answers.compare_methods
    said: dict[str, set[str | None]] = {
        "methods": {*methods, "no-procedure-for-now"},
        "shapes": set(answers.scar_shapes),
        "causes": set(answers.causes),
        "places": set(answers.body_places),
        "downtime": {answers.downtime},
        "visits": {answers.visits},
        "concerns": set(answers.concerns),
        "health": set(answers.health),
    }
    return all(set(ids) & said[key] for key, ids in when.items())


def expected(bank: Bank, answers: Answers) -> list[str]:
    """General ones, top concerns in the reader's order, then kind by kind; each in bank order."""
    asked = [question for question in bank if brings(question["when"], answers)]
    kinds = ("health", "concerns", "scars", "time", "methods", "always")
    kind_of = dict.fromkeys(("shapes", "causes", "places"), "scars")
    kind_of |= dict.fromkeys(("downtime", "visits"), "time")

    def place(question: dict[str, Any]) -> tuple[int, int]:
        when = question["when"]
        if question["group"] == "general":
            return (0, 0)
        for rank, concern in enumerate(answers.top_concerns):
            if concern in when.get("concerns", ()):
                return (1, rank)
        return (2, min(kinds.index(kind_of.get(key, key)) for key in when))

    return [question["id"] for question in sorted(asked, key=place)]


def ids(questions: Sequence[DoctorQuestion]) -> list[str]:
    return [question.id for question in questions]


def reader(**values: object) -> Answers:
    return Answers.model_validate(values)


def test_the_three_general_questions_come_first(catalogue: Catalogue) -> None:
    for answers in (
        reader(),
        reader(health=ITEMS),
        reader(concerns=["pain"], top_concerns=["pain"]),
    ):
        assert tuple(ids(asked_questions(catalogue, answers))[:3]) == GENERAL
        assert tuple(ids(kept_questions(catalogue, answers))[:3]) == GENERAL


@pytest.mark.slow
def test_every_set_of_up_to_three_health_items_brings_its_questions(
    catalogue: Catalogue, bank: Bank, record_property: Record
) -> None:
    """Also all items together, and each exclusive answer."""
    sets = [*SETS_OF_UP_TO_THREE, ITEMS, ("none-of-these",), ("rather-not-say",)]
    for health in sets:
        answers = reader(health=health)
        asked = asked_questions(catalogue, answers)
        assert ids(asked) == expected(bank, answers), health
        assert {question.id for question in asked if question.private} == {
            question["id"]
            for question in bank
            if set(question["when"].get("health", ())) & set(health)
        }, health
        assert answers.health_said == tuple(item for item in ITEMS if item in health), health
    assert len(sets) == 1 + 24 + 276 + 2024 + 3
    record_property(
        COMBINATIONS, f"{len(sets):,} sets of health items: questions and things to tell"
    )


def test_every_health_item_brings_a_question_of_its_own(catalogue: Catalogue) -> None:
    plain = ids(asked_questions(catalogue, reader()))
    for item in ITEMS:
        asked = asked_questions(catalogue, reader(health=[item]))
        added = [question for question in asked if question.id not in plain]
        assert added, item
        assert all(question.private for question in added), item


@pytest.mark.slow
def test_every_set_of_up_to_three_health_items_stays_private(
    catalogue: Catalogue, bank: Bank, record_property: Record
) -> None:
    """Each with every choice of what to print: a private question needs a printed item."""
    brought_by = {question["id"]: set(question["when"].get("health", ())) for question in bank}
    ran = 0
    for health in [*SETS_OF_UP_TO_THREE, ITEMS]:
        for printed in subsets(health) if len(health) <= 3 else ((), ITEMS):
            answers = reader(health=health, health_on_sheet=printed)
            kept = kept_questions(catalogue, answers)
            private = [question.id for question in kept if question.private]
            assert all(brought_by[question] & set(printed) for question in private), answers
            assert printed_health(answers) == printed, answers
            assert bool(private) == bool(printed), answers
            ran += 1
    assert ran == 1 + 24 * 2 + 276 * 4 + 2024 * 8 + 2
    record_property(
        COMBINATIONS, f"{ran:,} health items x what to print: no private question slips out"
    )


def test_an_item_ticked_for_printing_but_not_said_prints_no_question(catalogue: Catalogue) -> None:
    kept = kept_questions(catalogue, reader(health_on_sheet=ITEMS))
    assert not any(question.private for question in kept)


def test_a_private_question_may_print_only_with_its_own_item(catalogue: Catalogue) -> None:
    private = [question for question in catalogue.questions if question.private]
    assert private
    for question in private:
        assert not may_print(question, ())
        for item in ITEMS:
            assert may_print(question, (item,)) == (item in question.when.health)
    assert may_print(catalogue.questions[0], ())


def test_a_question_of_two_items_prints_only_with_one_that_is_said_and_printed(
    catalogue: Catalogue,
) -> None:
    """Printing what was not said must not bring out what was said and is not printed."""
    both: tuple[HealthId, ...] = ("smoking", "pregnancy")
    of_two = next(question for question in catalogue.questions if question.private).model_copy(
        update={"id": "of-two", "when": When(health=both)}
    )
    bank = replace(catalogue, shared_questions=(*catalogue.shared_questions, of_two))
    for said, printed in product(subsets(both), repeat=2):
        kept = ids(kept_questions(bank, reader(health=said, health_on_sheet=printed)))
        assert ("of-two" in kept) == bool(set(said) & set(printed)), (said, printed)


def test_every_question_can_be_reached_and_printed_with_its_reason(
    catalogue: Catalogue, bank: Bank
) -> None:
    for question in bank:
        values: dict[str, Any] = {}
        for key, wanted in question["when"].items():
            if key != "always":
                field = FIELDS[key][0]
                values[field] = wanted[0] if key in ("downtime", "visits") else wanted[:1]
        answers = reader(**values, kept_questions=[question["id"]])
        assert question["id"] in ids(asked_questions(catalogue, answers)), question["id"]
        printed = build_sheet(catalogue, answers, TODAY).questions
        reason = question.get("printed-why", question["why"])
        assert (question["text"], reason, False) in [
            (item.text, item.why, item.own) for item in printed
        ]
        assert len(printed) == len({*GENERAL, question["id"]})


def test_a_question_with_a_condition_is_not_asked_of_everyone(
    catalogue: Catalogue, bank: Bank
) -> None:
    asked = set(ids(asked_questions(catalogue, reader())))
    assert asked == {
        question["id"]
        for question in bank
        if question["when"].get("always")
        or "no-procedure-for-now" in question["when"].get("methods", ())
    }


def test_answers_that_stand_alone_bring_no_question(catalogue: Catalogue) -> None:
    plain = ids(asked_questions(catalogue, reader()))
    for health in ("none-of-these", "rather-not-say"):
        assert ids(asked_questions(catalogue, reader(health=[health]))) == plain
    assert ids(asked_questions(catalogue, reader(concerns=["none-of-these"]))) == plain


def test_questions_of_top_concerns_come_in_the_readers_order(catalogue: Catalogue) -> None:
    concerns = ["pain", "cost", "evidence"]
    for top in (["evidence", "pain"], ["pain", "evidence"], ["cost", "evidence", "pain"]):
        asked = asked_questions(catalogue, reader(concerns=concerns, top_concerns=top))
        order = [
            concern
            for question in asked
            for concern in question.when.ids("concerns")
            if concern in concerns
        ]
        met = list(dict.fromkeys(order))
        assert met[: len(top)] == top


def test_a_list_that_the_reader_made_holds_after_the_general_questions(
    catalogue: Catalogue,
) -> None:
    private = [question.id for question in catalogue.questions if question.private]
    made = [catalogue.questions[30].id, *private[::-1], catalogue.questions[20].id]
    for given_list in (made, [*made, *GENERAL[::-1]], [GENERAL[1], *made]):
        kept = kept_questions(catalogue, reader(kept_questions=given_list))
        assert ids(kept) == [*GENERAL, *made]
    assert tuple(ids(kept_questions(catalogue, reader(kept_questions=[])))) == GENERAL
    everything = [question.id for question in catalogue.questions][::-1]
    kept = kept_questions(catalogue, reader(kept_questions=everything))
    assert ids(kept) == [*GENERAL, *(item for item in everything if item not in GENERAL)]


def test_health_answers_change_nothing_in_a_list_that_the_reader_made(
    catalogue: Catalogue,
) -> None:
    made = ["my-age", "cost-in-all"]
    for values in ({}, {"health": ITEMS}, {"health": ITEMS, "health_on_sheet": ITEMS}):
        kept = kept_questions(catalogue, reader(kept_questions=made, **values))
        assert ids(kept) == [*GENERAL, *made]


def test_there_is_more_to_ask_than_is_kept_by_default(catalogue: Catalogue) -> None:
    answers = reader(concerns=["pain", "cost"], scar_shapes=["rolling"], downtime="none")
    asked, kept = asked_questions(catalogue, answers), kept_questions(catalogue, answers)
    assert len(asked) > len(kept) == MOST_BY_DEFAULT
    assert kept == asked[:MOST_BY_DEFAULT]


@pytest.mark.slow
@given(data=st.data())
def test_any_answers_bring_what_the_bank_says_in_its_order(
    catalogue: Catalogue, bank: Bank, data: st.DataObject
) -> None:
    answers = data.draw(readers(catalogue.question_by_id, words=False))
    assert ids(asked_questions(catalogue, answers)) == expected(bank, answers)


@pytest.mark.slow
@given(data=st.data())
def test_by_default_at_most_twelve_are_kept_and_none_is_private_unless_printed(
    catalogue: Catalogue, bank: Bank, data: st.DataObject
) -> None:
    answers = data.draw(readers(catalogue.question_by_id, words=False)).model_copy(
        update={"kept_questions": None}
    )
    kept = kept_questions(catalogue, answers)
    printed = set(answers.health) & set(answers.health_on_sheet)
    brought_by = {question["id"]: set(question["when"].get("health", ())) for question in bank}
    may = [
        question
        for question in expected(bank, answers)
        if not brought_by[question] or brought_by[question] & printed
    ]
    assert ids(kept) == may[:MOST_BY_DEFAULT]


@pytest.mark.slow
@pytest.mark.parametrize("axis", FIELDS)
@settings(max_examples=25)
@given(data=st.data())
def test_one_kind_of_answer_changes_only_its_own_questions(
    catalogue: Catalogue, axis: str, data: st.DataObject
) -> None:
    """Two readers who differ in one kind of answer get the same other questions, in the same
    order."""
    one = data.draw(readers(catalogue.question_by_id, words=False))
    other = data.draw(readers(catalogue.question_by_id, words=False))
    update = {field: getattr(other, field) for field in FIELDS[axis]}
    changed = one.model_copy(update=update)

    def others(answers: Answers) -> list[str]:
        return [
            question.id
            for question in asked_questions(catalogue, answers)
            if not getattr(question.when, axis)
        ]

    assert others(one) == others(changed)
