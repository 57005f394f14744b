"""What a browser or a file kept comes back as far as it is sound, and the rest is named."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aid.answers.example import example_answers
from aid.answers.file import Kept, answers_json, copy_json, load_answers
from aid.answers.model import Answers
from aid.answers.salvage import left_out_notices, salvage_answers, salvage_file
from aid.catalogue.answer_fields import ANSWERS
from aid.catalogue.catalogue import Catalogue
from aid.errors import AnswersError
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
        assert salvage_answers(text, KNOWN, ()) == Kept(answers)
        assert load_answers(text.encode(), KNOWN, ()).answers == answers


def test_a_copy_holds_only_what_was_answered() -> None:
    assert json.loads(copy_json(Answers(downtime="none"))) == {
        **FRAME,
        "answers": {"downtime": "none"},
    }


@pytest.mark.parametrize(
    ("found", "left", "left_out"),
    [
        ({"downtime": "none", "visits": "a hundred"}, Answers(downtime="none"), ("visits",)),
        (
            {"scar-shapes": ["boxcar", "<b>", 5, "rolling"]},
            Answers(scar_shapes=("boxcar", "rolling")),
            ("scar-shapes",),
        ),
        ({"scar-shapes": "boxcar", "notes": "kept"}, Answers(notes="kept"), ("scar-shapes",)),
        (
            {"health": ["none-of-these", "smoking"], "notes": "kept"},
            Answers(notes="kept"),
            ("health",),
        ),
        ({"top-concerns": ["pain"], "notes": "kept"}, Answers(notes="kept"), ("top-concerns",)),
        (
            {"concerns": ["pain", "x"], "top-concerns": ["pain"]},
            Answers(concerns=("pain",), top_concerns=("pain",)),
            ("concerns",),
        ),
        ({"notes": "a" * 2001, "hopes": "kept"}, Answers(hopes="kept"), ("notes",)),
        (
            {"own-questions": ["kept", "a" * 2001]},
            Answers(own_questions=("kept",)),
            ("own-questions",),
        ),
        (
            {"kept-questions": ["cost-in-all", "no-such"]},
            Answers(kept_questions=("cost-in-all",)),
            ("kept-questions",),
        ),
        (
            {"name": "me", "scar_shapes": ["boxcar"], "notes": "kept"},
            Answers(notes="kept"),
            ("name", "scar_shapes"),
        ),
        (
            {"photo": "x", "notes": 5, "visits": "x", "downtime": "none"},
            Answers(downtime="none"),
            ("visits", "notes", "photo"),
        ),
    ],
)
def test_what_is_odd_is_left_out_and_named_and_the_rest_stays(
    found: dict[str, Any], left: Answers, left_out: tuple[str, ...]
) -> None:
    kept = Kept(left, left_out=left_out)
    assert salvage_answers(text_of(found), KNOWN, ()) == kept
    assert salvage_file(file_of(found), KNOWN, ()) == kept


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
    assert salvage_answers(text, KNOWN, ()) == Kept(Answers(), left_out=tuple(ANSWERS))
    with pytest.raises(AnswersError):
        salvage_file(text.encode(), KNOWN, ())


@pytest.mark.parametrize("answers", [{"downtime": "a year"}, {"photo": "x", "notes": ["y"]}])
def test_a_file_of_which_nothing_can_be_used_takes_no_answer_away(answers: object) -> None:
    with pytest.raises(AnswersError):
        salvage_file(file_of(answers), KNOWN, ())


def test_a_file_of_somebody_who_answered_nothing_is_one() -> None:
    assert salvage_file(file_of({}), KNOWN, ()) == Kept(Answers())


def test_what_was_left_out_is_named_in_words_each_once(catalogue: Catalogue) -> None:
    words = catalogue.interface.keep
    left_out = ("downtime", "leaning", "kept-questions", "photo", "video")
    names = [
        catalogue.ask_by_id["downtime"].name,
        words.loaded_in_part_of_sheet,
        words.loaded_in_part_of_other,
    ]
    said = words.loaded_in_part.format(names="; ".join(names))
    assert left_out_notices(catalogue, left_out) == (said,)
    assert left_out_notices(catalogue, ()) == ()


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
    assert again == Kept(kept.answers)


@pytest.mark.parametrize(
    "key", [key for key, field in ANSWERS.items() if field.kind not in ("one", "text")]
)
def test_a_copy_of_many_odd_entries_is_read_in_no_time(key: str) -> None:
    begun = time.process_time()
    kept = salvage_answers(text_of({key: [1] * 50_000, "dates": "kept"}), KNOWN, ())
    assert (kept.answers.dates, kept.left_out) == ("kept", (key,))
    assert not getattr(kept.answers, ANSWERS[key].name)
    assert time.process_time() - begun < 0.3


def test_kept_questions_that_are_no_ids_are_left_out() -> None:
    kept = salvage_answers(text_of({"kept-questions": [["cost-in-all"], {}]}), KNOWN, ())
    assert kept == Kept(Answers(kept_questions=()), left_out=("kept-questions",))


def test_the_example_holds_as_a_copy_and_as_a_file() -> None:
    example = example_answers()
    assert salvage_answers(copy_json(example), KNOWN, RETIRED).answers == example
    text = answers_json(example, "2026-11-22")
    assert load_answers(text.encode(), KNOWN, RETIRED) == Kept(example)
