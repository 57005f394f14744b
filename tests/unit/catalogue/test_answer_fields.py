"""Everything that the aid knows about an answer follows from its declaration."""

from __future__ import annotations

from typing import get_args

import pytest

from aid.answers.model import Answers
from aid.catalogue.answer_fields import (
    ANSWERS,
    ASKED,
    CONDITIONS,
    FIELDS_BY_IDS,
    AnswerField,
    Choice,
    ChoiceKind,
)
from aid.catalogue.doctor_questions import METHODS, When
from aid.catalogue.ids import CONCERN_IDS, METHOD_IDS

EVERY = list(ANSWERS.values())
CHOICES = [field for field in EVERY if field.choices]


def test_every_field_of_the_answers_is_declared_once_in_the_order_of_the_file() -> None:
    assert [field.name for field in EVERY] == list(Answers.model_fields)
    assert set(ASKED) <= set(EVERY)


@pytest.mark.parametrize("field", EVERY, ids=lambda field: field.key)
def test_a_declared_kind_fits_the_type_of_the_field(field: AnswerField) -> None:
    empty = getattr(Answers(), field.name)
    if field.key == "kept-questions":
        assert empty is None
        assert field.kind == "ranked"
        return
    assert {"one": None, "text": ""}.get(field.kind, ()) == empty
    assert bool(field.choices) == (field.kind in get_args(ChoiceKind))


@pytest.mark.parametrize("field", CHOICES, ids=lambda field: field.key)
def test_each_choice_is_an_answer_and_nothing_else_is(field: AnswerField) -> None:
    for choice in field.choices:
        values = {field.name: choice if field.kind == "one" else (choice,)}
        if field.key == "top-concerns":
            values["concerns"] = (choice,)
        assert Answers.model_validate(values).chosen(field) == (choice,)
    with pytest.raises(ValueError, match="something-else"):
        Answers.model_validate(
            {field.name: "something-else" if field.kind == "one" else ("something-else",)}
        )


def test_choices_are_those_of_the_ids_in_their_order() -> None:
    assert ANSWERS["concerns"].choices == ANSWERS["top-concerns"].choices == CONCERN_IDS
    assert ANSWERS["leaning"].choices == (*METHOD_IDS, "not-sure")


@pytest.mark.parametrize("field", CHOICES, ids=lambda field: field.key)
def test_the_ids_of_an_answer_are_of_one_kind(field: AnswerField) -> None:
    assert isinstance(field.declared, Choice)
    assert [kind for kind, fields in FIELDS_BY_IDS.items() if field in fields] == [
        field.declared.ids
    ]


@pytest.mark.parametrize(("key", "field"), CONDITIONS.items())
def test_a_question_for_the_doctor_may_name_each_choice_of_a_condition(
    key: str, field: AnswerField
) -> None:
    for choice in field.choices:
        assert When.model_validate({key: [choice]}).conditions == {key: (choice,)}
    with pytest.raises(ValueError, match="something-else"):
        When.model_validate({key: ["something-else"]})


def test_a_condition_has_a_field_for_each_answer_that_can_bring_a_question() -> None:
    assert set(When.model_fields) == {"always", METHODS, *CONDITIONS}
