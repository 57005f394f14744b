"""Answers survive their file unchanged; a file that cannot be used says why in plain lines."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given

from aid.answers.example import example_answers
from aid.answers.file import MOST_BYTES, answers_json, answers_schema
from aid.answers.model import Answers
from aid.catalogue.answer_fields import ANSWERS, FIELD_BY_KEY
from tests.exhaustive import readers
from tests.unit.answers.files import (
    FRAME,
    KNOWN,
    OWN_WORDS,
    file_of,
    parse,
    problems_of,
)

# Into a file and back.


@pytest.mark.slow
@given(answers=readers(KNOWN))
def test_answers_come_back_from_their_file_the_same(answers: Answers) -> None:
    text = answers_json(answers, "2026-11-22")
    again = parse(text.encode())
    assert again == answers
    assert answers_json(again, "2026-11-22") == text


def test_a_file_has_every_key_in_the_stated_order() -> None:
    content = json.loads(answers_json(Answers(), "2026-11-22"))
    assert list(content) == ["format", "version", "content-version", "answers"]
    assert list(content["answers"]) == list(FIELD_BY_KEY)
    assert content["content-version"] == "2026-11-22"
    assert content["answers"]["kept-questions"] is None
    assert content["answers"]["scar-shapes"] == []
    assert content["answers"]["notes"] == ""


def test_a_file_shows_letters_as_they_are_and_ends_with_a_line_break() -> None:
    text = answers_json(Answers(notes="Zürich 😀"), "2026-11-22")
    assert "Zürich 😀" in text
    assert text.endswith("}\n")


@pytest.mark.parametrize("frame", [{}, {"answers": {}}, {"content-version": "2020-01-01"}])
def test_only_format_and_version_are_needed(frame: dict[str, object]) -> None:
    assert parse(json.dumps({**FRAME, **frame}).encode()) == Answers()


@pytest.mark.parametrize("key", FIELD_BY_KEY)
def test_every_key_may_be_left_out(key: str) -> None:
    content = json.loads(answers_json(example_answers(), "2026-11-22"))
    del content["answers"][key]
    if key == "concerns":
        del content["answers"]["top-concerns"]
    answers = parse(json.dumps(content).encode())
    field = FIELD_BY_KEY[key]
    assert getattr(answers, field) == getattr(Answers(), field)


def test_a_byte_order_mark_is_accepted() -> None:
    assert parse(b"\xef\xbb\xbf" + file_of({"downtime": "none"})) == Answers(downtime="none")


def test_the_example_uses_every_kind_of_key_and_comes_back() -> None:
    example = example_answers()
    assert parse(answers_json(example, "2026-11-22").encode()) == example
    used = {(field.kind, field.asked) for field in ANSWERS.values() if getattr(example, field.name)}
    assert used == {
        (field.kind, field.asked) for field in ANSWERS.values() if field.key != "kept-questions"
    }


def test_the_schema_names_every_key_and_refuses_others() -> None:
    schema = answers_schema()
    answers = schema["$defs"]["Answers"]
    assert list(answers["properties"]) == list(FIELD_BY_KEY)
    assert answers["additionalProperties"] is False
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["format", "version"]


# Files that cannot be used.

NOT_JSON = "The file is damaged, or it is not an answers file."
FOREIGN = "This is not an answers file of this aid: its “format” is not “scar-options-answers”."


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" ",
        b"\x00",
        b"{",
        b'{"format": "scar-options-answers", "version": 1',
        b"%PDF-1.7",
        b"\xff\xfe{\x00}",
        b'{"format": "\xff"}',
        b"nonsense",
        b'{"format": "scar-options-answers", "version": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 40_000,
    ],
)
def test_a_damaged_file_is_refused(data: bytes) -> None:
    assert problems_of(data) == (NOT_JSON,)


@pytest.mark.parametrize(
    "content",
    [
        {},
        [],
        None,
        5,
        "scar-options-answers",
        [FRAME],
        {"version": 1},
        {"format": "scar-options-answer", "version": 1},
        {"format": "Scar-Options-Answers", "version": 1},
        {"format": ["scar-options-answers"], "version": 1},
        {"format": None, "version": 99},
        {"name": "a package", "version": "1.0.0"},
    ],
)
def test_a_foreign_file_is_refused(content: object) -> None:
    assert problems_of(json.dumps(content).encode()) == (FOREIGN,)


@pytest.mark.parametrize("version", [2, 17, 10**40])
def test_a_file_of_a_newer_aid_is_refused_with_both_versions(version: int) -> None:
    (problem,) = problems_of(file_of({"new-key": True}, version=version))
    assert str(version)[:20] in problem
    assert "newer" in problem
    assert "version 1" in problem


@pytest.mark.parametrize("version", [0, -1, 1.5, "1", "2", None, True, [1], {"major": 1}])
def test_a_version_that_is_no_whole_number_from_one_is_refused(version: object) -> None:
    (problem,) = problems_of(file_of({}, version=version))
    assert problem.startswith("version: ")


def test_a_missing_version_is_named() -> None:
    data = json.dumps({"format": "scar-options-answers"}).encode()
    assert problems_of(data) == ("version: is missing.",)


def test_a_file_over_256_kib_is_refused_unread() -> None:
    edge = file_of({}).ljust(MOST_BYTES)
    assert MOST_BYTES == 256 * 1024
    assert parse(edge) == Answers()
    (problem,) = problems_of(edge + b" ")
    assert "too large" in problem
    assert "262,144" in problem


@pytest.mark.parametrize("key", FIELD_BY_KEY)
@pytest.mark.parametrize("value", [5, True, {}, {"a": 1}, [5], [[]], [None], 1.5, "\x00", ["\x00"]])
def test_a_value_of_the_wrong_type_names_its_key(key: str, value: object) -> None:
    field = FIELD_BY_KEY[key]
    own_words = field in OWN_WORDS and isinstance(value, str)
    own_list = field == "own_questions" and value == ["\x00"]
    data = file_of({key: value})
    if own_words or own_list:
        assert getattr(parse(data), field) in (value, ("\x00",))
    else:
        problems = problems_of(data)
        assert all(problem.startswith(f"answers.{key}") for problem in problems), problems


@pytest.mark.parametrize(
    "key", [key for key, field in FIELD_BY_KEY.items() if getattr(Answers(), field) is not None]
)
def test_null_is_refused_where_an_answer_has_a_type(key: str) -> None:
    (problem,) = problems_of(file_of({key: None}))
    assert problem.startswith(f"answers.{key}: is not written as ")


@pytest.mark.parametrize("answers", [None, [], "x", 1])
def test_answers_that_are_no_object_are_refused(answers: object) -> None:
    assert problems_of(file_of(answers)) == ("answers: is not written as keys with values.",)


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        (
            {"downtime": "weeks"},
            "answers.downtime: “weeks” is not known here. Known: none, up-to-3-days, "
            "up-to-7-days, up-to-14-days, longer, not-sure.",
        ),
        (
            {"scar-shapes": ["boxcar", "keloid"]},
            "answers.scar-shapes.1: “keloid” is not known here. Known: ice-pick, boxcar, "
            "rolling, other-dent, raised, not-sure.",
        ),
        (
            {"kept-questions": ["my-age", "who-are-you"]},
            "answers.kept-questions: “who-are-you” is not a question this aid knows.",
        ),
        ({"scar_shapes": []}, "answers.scar_shapes: is not a key of an answers file."),
        ({"photo": "x"}, "answers.photo: is not a key of an answers file."),
    ],
)
def test_an_unknown_id_or_key_is_named(answers: dict[str, Any], problem: str) -> None:
    assert problems_of(file_of(answers)) == (problem,)


def test_every_method_list_refuses_an_unknown_method() -> None:
    for key in ("compare-methods", "sheet-methods", "leaning"):
        (problem,) = problems_of(file_of({key: ["facelift"]}))
        assert problem.startswith(f"answers.{key}.0: “facelift” is not known here.")


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-0.0", "1E400"])
@pytest.mark.parametrize("key", ["downtime", "notes", "health", "kept-questions"])
def test_numbers_that_are_none_are_refused(number: str, key: str) -> None:
    data = f'{{"format": "scar-options-answers", "version": 1, "answers": {{"{key}": {number}}}}}'
    assert problems_of(data.encode())


@pytest.mark.parametrize(
    "data",
    [
        b'{"format": "scar-options-answers", "version": 1, "version": 1}',
        b'{"format": "other", "format": "scar-options-answers", "version": 1}',
        b'{"format": "scar-options-answers", "version": 1,'
        b' "answers": {"health": ["smoking"], "health": []}}',
    ],
)
def test_a_key_that_is_there_twice_is_refused(data: bytes) -> None:
    """Which of the two was meant cannot be known."""
    assert problems_of(data)


def test_half_a_character_in_own_words_is_replaced() -> None:
    data = b'{"format": "scar-options-answers", "version": 1, "answers": {"notes": "a\\ud800b"}}'
    notes = parse(data).notes
    assert notes.encode()
    assert (notes[0], notes[-1]) == ("a", "b")


@pytest.mark.parametrize(
    "inside",
    [
        '"answers": {"downtime": "\\ud800"}',
        '"answers": {"scar-shapes": ["\\udfff"]}',
        '"answers": {"kept-questions": ["\\ud800"]}',
        '"answers": {"\\ud800": 1}',
        '"\\ud800": 1',
    ],
)
def test_half_a_character_anywhere_else_is_refused(inside: str) -> None:
    data = f'{{"format": "scar-options-answers", "version": 1, {inside}}}'
    assert problems_of(data.encode())


@pytest.mark.parametrize("key", ["downtime", "notes", "health", "kept-questions", "elsewhere"])
def test_deep_nesting_is_refused_at_every_depth(key: str) -> None:
    """Some depths are readable as JSON, but not by what comes after it."""
    start = f'{{"format": "scar-options-answers", "version": 1, "answers": {{"{key}": '
    for depth in (*range(2, 40), *range(40, 1100, 25), *range(880, 1010, 2)):
        problems_of(f"{start}{'[' * depth}{']' * depth}}}}}".encode())


@pytest.mark.parametrize(
    "said",
    ["a\nb", "\x1b[31mred", "a\u2028b", "x" * 3000, "‮evil"],
    ids=["line-break", "escape", "separator", "long", "direction"],
)
def test_what_a_file_says_cannot_forge_a_line(said: str) -> None:
    for answers in (
        {"downtime": said},
        {"scar-shapes": [said]},
        {said: 1},
        {"kept-questions": [said]},
        {"kept-questions": [said, said]},
    ):
        problems_of(file_of(answers))
    problems_of(json.dumps({**FRAME, said: 1}).encode())
    problems_of(json.dumps({"format": said, "version": said}).encode())


@pytest.mark.parametrize(
    "answers",
    [
        {"kept-questions": ["a"] * 20_000},
        {"kept-questions": [str(number) for number in range(20_000)]},
        {"causes": ["acne"] * 20_000},
        {"own-questions": ["?"] * 20_000},
        {"scar-shapes": ["x"] * 50_000},
        {key: [1] * 7_000 for key, field in ANSWERS.items() if field.kind == "several"},
    ],
    ids=["one-kept", "many-kept", "ticks", "own", "unknown", "all"],
)
def test_a_long_list_is_refused_without_a_long_wait(answers: dict[str, Any]) -> None:
    started = time.process_time()
    problems_of(file_of(answers))
    assert time.process_time() - started < 1
