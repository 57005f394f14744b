"""A copy that a browser kept comes back as far as it is sound, and is never an error."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aid.answers.example import example_answers
from aid.answers.file import answers_json, copy_json, load_answers
from aid.answers.model import Answers
from aid.answers.salvage import salvage_answers
from aid.catalogue.answer_fields import ANSWERS
from tests.exhaustive import readers
from tests.unit.answers.files import FRAME, KNOWN, RETIRED, file_of


def text_of(answers: object) -> str:
    return file_of(answers).decode()


@pytest.mark.slow
@given(answers=readers(KNOWN))
def test_a_copy_comes_back_the_same(answers: Answers) -> None:
    text = copy_json(answers)
    assert (text == "") == (answers == Answers())
    if text:
        assert salvage_answers(text, KNOWN, ()) == (answers, (), True)
        assert load_answers(text.encode(), KNOWN, ()).answers == answers


def test_a_copy_holds_only_what_was_answered() -> None:
    assert json.loads(copy_json(Answers(downtime="none"))) == {
        **FRAME,
        "answers": {"downtime": "none"},
    }


@pytest.mark.parametrize(
    ("found", "left"),
    [
        ({"downtime": "none", "visits": "a hundred"}, Answers(downtime="none")),
        (
            {"scar-shapes": ["boxcar", "<b>", 5, "rolling"]},
            Answers(scar_shapes=("boxcar", "rolling")),
        ),
        ({"scar-shapes": "boxcar", "notes": "kept"}, Answers(notes="kept")),
        ({"health": ["none-of-these", "smoking"], "notes": "kept"}, Answers(notes="kept")),
        ({"top-concerns": ["pain"], "notes": "kept"}, Answers(notes="kept")),
        (
            {"concerns": ["pain", "x"], "top-concerns": ["pain"]},
            Answers(concerns=("pain",), top_concerns=("pain",)),
        ),
        ({"notes": "a" * 2001, "hopes": "kept"}, Answers(hopes="kept")),
        ({"own-questions": ["kept", "a" * 2001]}, Answers(own_questions=("kept",))),
        ({"kept-questions": ["cost-in-all", "no-such"]}, Answers(kept_questions=("cost-in-all",))),
        ({"name": "me", "scar_shapes": ["boxcar"], "notes": "kept"}, Answers(notes="kept")),
    ],
)
def test_what_is_odd_in_a_copy_is_left_out_and_the_rest_stays(
    found: dict[str, Any], left: Answers
) -> None:
    assert salvage_answers(text_of(found), KNOWN, ()) == (left, (), False)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "null",
        "[]",
        "5",
        "{}",
        json.dumps({**FRAME, "version": 2, "answers": {"downtime": "none"}}),
        json.dumps({**FRAME, "answers": []}),
        json.dumps({**FRAME, "format": "other", "answers": {"downtime": "none"}}),
        '{"format": "scar-options-answers", "format": "scar-options-answers"}',
        "[" * 100_000,
        "a" * 300_000,
    ],
)
def test_a_copy_that_is_none_gives_no_answers(text: str) -> None:
    assert salvage_answers(text, KNOWN, ()) == (Answers(), (), False)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=10,
)


@pytest.mark.slow
@given(
    answers=st.dictionaries(
        st.sampled_from([key for key, field in ANSWERS.items() if field.choices])
        | st.sampled_from(["notes", "own-questions", "concerns", "top-concerns", "x"]),
        _json | st.lists(st.sampled_from(["pain", "cost", "boxcar", "smoking", "none-of-these"])),
    )
)
def test_no_copy_however_odd_is_an_error(answers: dict[str, Any]) -> None:
    kept = salvage_answers(text_of(answers), KNOWN, RETIRED)
    again = salvage_answers(copy_json(kept.answers) or text_of({}), KNOWN, RETIRED)
    assert again == (kept.answers, (), True)


@pytest.mark.parametrize(
    "key", [key for key, field in ANSWERS.items() if field.kind not in ("one", "text")]
)
def test_a_copy_of_many_odd_entries_is_read_in_no_time(key: str) -> None:
    begun = time.process_time()
    kept = salvage_answers(text_of({key: [1] * 50_000, "dates": "kept"}), KNOWN, ())
    assert (kept.answers.dates, kept.whole) == ("kept", False)
    assert not getattr(kept.answers, ANSWERS[key].name)
    assert time.process_time() - begun < 0.3


def test_kept_questions_that_are_no_ids_are_left_out() -> None:
    kept = salvage_answers(text_of({"kept-questions": [["cost-in-all"], {}]}), KNOWN, ())
    assert kept == (Answers(kept_questions=()), (), False)


def test_the_example_holds_as_a_copy_and_as_a_file() -> None:
    example = example_answers()
    assert salvage_answers(copy_json(example), KNOWN, RETIRED).answers == example
    text = answers_json(example, "2026-11-22")
    assert load_answers(text.encode(), KNOWN, RETIRED) == (example, (), True)
