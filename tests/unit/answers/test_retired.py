"""Answers of an older aid still load: retired ids are mapped or left out, and named."""

from __future__ import annotations

from typing import Any

import pytest

from aid.answers.file import load_answers
from aid.answers.model import Answers
from aid.answers.retired import retired_notices, settle_retired
from aid.catalogue.answer_fields import ANSWERS, FIELDS_BY_IDS, AnswerField
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.retired import RetiredId
from aid.errors import AnswersError
from tests.unit.answers.files import KNOWN, RETIRED, file_of


def load(answers: dict[str, Any]) -> tuple[Answers, list[str]]:
    kept = load_answers(file_of(answers), KNOWN, RETIRED)
    return kept.answers, [entry.id for entry in kept.retired]


@pytest.mark.parametrize(
    ("given_answers", "expected", "met"),
    [
        ({"scar-shapes": ["pitted"]}, Answers(scar_shapes=("ice-pick",)), ["pitted"]),
        ({"scar-shapes": ["crater"]}, Answers(), ["crater"]),
        (
            {"scar-shapes": ["pitted", "ice-pick", "boxcar"]},
            Answers(scar_shapes=("ice-pick", "boxcar")),
            ["pitted"],
        ),
        (
            {"leaning": ["cryo", "not-sure"], "sheet-methods": ["dermaroller", "cryo"]},
            Answers(leaning=("not-sure",), sheet_methods=("microneedling",)),
            ["dermaroller", "cryo"],
        ),
        (
            {"concerns": ["pain", "swelling"], "top-concerns": ["swelling"]},
            Answers(concerns=("pain",)),
            ["swelling"],
        ),
        ({"downtime": "a-week"}, Answers(downtime="up-to-7-days"), ["a-week"]),
        ({"kept-questions": ["how-much"]}, Answers(kept_questions=("cost-in-all",)), ["how-much"]),
        ({"downtime": "none"}, Answers(downtime="none"), []),
        (
            {"health": ["smoking", "ill"], "health-on-sheet": ["smoking", "ill"]},
            Answers(health=("smoking", "diabetes", "immune-illness"), health_on_sheet=("smoking",)),
            ["ill"],
        ),
        (
            {"health": ["ill", "diabetes"], "health-on-sheet": ["diabetes", "ill"]},
            Answers(health=("diabetes", "immune-illness"), health_on_sheet=("diabetes",)),
            ["ill"],
        ),
    ],
)
def test_a_retired_id_is_mapped_or_left_out(
    given_answers: dict[str, Any], expected: Answers, met: list[str]
) -> None:
    assert load(given_answers) == (expected, met)


@pytest.mark.parametrize(
    "answers",
    [
        {"scar-shapes": ["swelling"]},  # retired, but not a shape
        {"scar-shapes": ["pitted", "never-there"]},
        {"dates": ["pitted"]},
        {"kept-questions": ["crater"]},
    ],
)
def test_only_retired_ids_of_that_kind_are_let_through(answers: dict[str, Any]) -> None:
    with pytest.raises(AnswersError):
        load(answers)


def test_own_words_that_look_like_a_retired_id_stay() -> None:
    assert load({"notes": "pitted"})[0].notes == "pitted"


def test_settling_changes_nothing_that_it_was_given() -> None:
    answers = {"scar-shapes": ["pitted"]}
    assert settle_retired(answers, RETIRED).answers == {"scar-shapes": ["ice-pick"]}
    assert answers == {"scar-shapes": ["pitted"]}


@pytest.mark.parametrize("field", [field for field in ANSWERS.values() if field.choices])
def test_an_id_of_every_answer_with_choices_can_be_retired(field: AnswerField) -> None:
    (kind,) = (kind for kind, fields in FIELDS_BY_IDS.items() if field in fields)
    to = field.choices[0]
    retired = (RetiredId(id="given-up", kind=kind, name="Given up", to=(to,)),)
    answers = {field.key: "given-up" if field.kind == "one" else ["given-up"]}
    settled = settle_retired(answers, retired)
    assert settled == ({field.key: to if field.kind == "one" else [to]}, retired)


def test_what_moved_and_what_was_left_out_is_named(catalogue: Catalogue) -> None:
    words = catalogue.interface.keep
    split = next(entry for entry in RETIRED if len(entry.to) > 1)
    met = (RETIRED[0], RETIRED[1], RETIRED[3], split)
    assert retired_notices(words, met) == (
        words.moved.format(names="Pitted scars"),
        words.split.format(names="Ill"),
        words.left_out.format(names="Crater scars; Freezing"),
    )
    assert retired_notices(words, ()) == ()
