"""Whatever is in a file: it is answers, or it is refused in plain lines."""

from __future__ import annotations

import codecs
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aid.answers.file import answers_json, copy_json
from aid.answers.model import Answers
from aid.answers.problems import MOST_NAMED
from aid.answers.salvage import salvage_answers
from aid.catalogue.answer_fields import FIELD_BY_KEY
from aid.errors import AnswersError
from tests.exhaustive import readers
from tests.unit.answers.files import (
    FRAME,
    KNOWN,
    file_of,
    parse,
    plain,
    problems_of,
)


@given(data=st.binary(max_size=300))
def test_any_bytes_are_answers_or_a_plain_refusal(data: bytes) -> None:
    try:
        parse(data)
    except AnswersError as error:
        plain(error.problems)


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(content=ANY_JSON)
def test_any_json_is_answers_or_a_plain_refusal(content: object) -> None:
    try:
        parse(json.dumps(content).encode())
    except AnswersError as error:
        plain(error.problems)


@given(
    values=st.dictionaries(st.sampled_from(list(FIELD_BY_KEY)), ANY_JSON, max_size=4),
    frame=st.dictionaries(st.sampled_from(["version", "content-version", "x"]), ANY_JSON),
)
def test_any_values_under_known_keys_are_answers_or_a_plain_refusal(
    values: dict[str, object], frame: dict[str, object]
) -> None:
    try:
        parse(file_of(values, **frame))
    except AnswersError as error:
        plain(error.problems)


@pytest.mark.slow
@given(answers=readers(KNOWN), data=st.data())
def test_a_file_with_one_byte_changed_is_answers_or_a_plain_refusal(
    answers: Answers, data: st.DataObject
) -> None:
    content = bytearray(answers_json(answers, "2026-11-22").encode())
    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        parse(bytes(content))
    except AnswersError as error:
        plain(error.problems)


@st.composite
def changed_files(draw: st.DrawFn) -> tuple[Answers, str]:
    """Answers, and their file with some changes: a key gone, twice, renamed, or another value."""
    drawn = draw(readers(KNOWN))
    content = json.loads(answers_json(drawn, "2026-11-22"))
    answers: dict[str, Any] = content["answers"]
    keys = st.sampled_from(sorted(FIELD_BY_KEY))
    values = ANY_JSON | st.sampled_from(["none", ["none-of-these"], ["x"] * 50, "y" * 2001, 1e999])
    for _ in range(draw(st.integers(1, 3))):
        holder = draw(st.sampled_from([content, answers, answers, answers]))
        change = draw(st.sampled_from(["drop", "set", "rename"]))
        if change == "drop":
            holder.pop(draw(keys if holder is answers else st.sampled_from(list(FRAME))), None)
        elif change == "set":
            holder[draw(keys | st.sampled_from(["version", "format"]))] = draw(values)
        else:
            holder[draw(st.text(max_size=50))] = holder.pop(draw(keys), None)
    text = json.dumps(content, ensure_ascii=draw(st.booleans()))
    if draw(st.booleans()):  # the first key of the answers once more
        text = text.replace('"answers": {', '"answers": {"notes": "", "notes": 1, ', 1)
    return drawn, text


def assert_answers_or_plain(data: bytes) -> None:
    try:
        answers = parse(data)
    except AnswersError as error:
        plain(error.problems)
    else:
        assert parse(answers_json(answers, "2026-11-22").encode()) == answers


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_file_is_read_in_any_encoding_that_its_mark_names(mark: bytes, encoding: str) -> None:
    answers = Answers(notes="Zürich 😀")
    text = answers_json(answers, "2026-11-22").replace("\n", "\r\n")
    assert parse(mark + text.encode(encoding)) == answers


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-32-be", "cp1252"])
def test_a_file_in_another_encoding_without_a_mark_is_told(encoding: str) -> None:
    text = answers_json(Answers(notes="Zürich"), "2026-11-22")
    (problem,) = problems_of(text.encode(encoding))
    assert "damaged" in problem


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999", "9" * 4_000, "9" * 9_000, "-0.0"])
@pytest.mark.parametrize("key", ["answers", "version", "format", "content-version"])
def test_a_number_that_is_none_is_told(number: str, key: str) -> None:
    frame = {name: json.dumps(value) for name, value in FRAME.items()} | {key: number}
    inside = ", ".join(f'"{name}": {value}' for name, value in frame.items())
    assert len(problems_of(f"{{{inside}}}".encode())) == 1
    for field in ("downtime", "notes", "health", "top-concerns"):
        problems_of(
            json.dumps({**FRAME, "answers": {field: 0}}).replace(": 0", f": {number}").encode()
        )


def test_many_problems_are_named_and_the_rest_is_counted() -> None:
    at_most = file_of({f"x{number}": 1 for number in range(MOST_NAMED)})
    assert len(problems_of(at_most)) == MOST_NAMED
    told = problems_of(file_of({f"x{number}": 1 for number in range(9_000)}))
    assert len(told) == MOST_NAMED + 1
    assert told[-1] == f"There are {9_000 - MOST_NAMED:,} more problems."
    told = problems_of(file_of({"kept-questions": [f"x{number}" for number in range(9_000)]}))
    assert told == ("answers.kept-questions: has 9,000 entries. There may be at most 500.",)


# The same by the thousand.


@pytest.mark.slow
@settings(max_examples=3_000, suppress_health_check=list(HealthCheck))
@given(changed=changed_files())
def test_thousands_of_answers_come_back_from_their_file_or_where_it_is_changed_are_refused(
    changed: tuple[Answers, str],
) -> None:
    """One and the same reader for both: to make one up takes most of the time."""
    answers, text = changed
    assert parse(answers_json(answers, "2026-11-22").encode()) == answers
    copy = copy_json(answers)
    assert salvage_answers(copy, KNOWN, ()).answers == answers if copy else answers == Answers()

    assert_answers_or_plain(text.encode("utf-8", "surrogatepass"))
    kept = salvage_answers(text, KNOWN, ())
    assert salvage_answers(copy_json(kept.answers), KNOWN, ()).answers == kept.answers


@pytest.mark.slow
@settings(max_examples=3_000)
@given(data=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8")))
def test_thousands_of_other_files_are_answers_or_a_plain_refusal(data: bytes) -> None:
    assert_answers_or_plain(data)
