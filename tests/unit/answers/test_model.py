"""Answers survive their file unchanged; a file that cannot be used says why in plain lines."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aid.answers.example import example_answers
from aid.answers.file import MOST_BYTES, answers_json, answers_schema, copy_json, load_answers
from aid.answers.model import Answers, settle_exclusive
from aid.answers.problems import MOST_NAMED
from aid.answers.salvage import salvage_answers
from aid.catalogue.answer_fields import ANSWERS, FIELD_BY_KEY
from aid.catalogue.ids import CONCERN_IDS, EXCLUSIVE, HEALTH_IDS
from aid.errors import AnswersError
from tests.exhaustive import readers

KNOWN = ("what-are-my-options", "cost-in-all", "my-age")
FRAME = {"format": "scar-options-answers", "version": 1}
OWN_WORDS = [field.name for field in ANSWERS.values() if field.kind == "text"]
REAL_CONCERNS = [item for item in CONCERN_IDS if item not in EXCLUSIVE]
REAL_ITEMS = [item for item in HEALTH_IDS if item not in EXCLUSIVE]


def parse(data: bytes) -> Answers:
    return load_answers(data, KNOWN, ()).answers


def file_of(answers: object, **frame: object) -> bytes:
    """The bytes of a file that holds these answers."""
    return json.dumps({**FRAME, **frame, "answers": answers}).encode()


def problems_of(data: bytes) -> tuple[str, ...]:
    """Why a file cannot be used: plain sentences, one line each."""
    with pytest.raises(AnswersError) as caught:
        parse(data)
    assert_plain(caught.value.problems)
    return caught.value.problems


def assert_plain(problems: Sequence[str]) -> None:
    assert 0 < len(problems) <= MOST_NAMED + 1
    assert sum(map(len, problems)) < 20_000
    for problem in problems:
        assert problem.isprintable(), problem
        assert problem.endswith("."), problem
        assert len(problem) < 600, problem
        assert not re.search(r"Traceback|Error\b|pydantic|literal\[|type=", problem), problem


# Into a file and back.


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
        ({"health": ["none-of-these", "smoking"]}, "answers.health: “none-of-these” stands alone"),
        (
            {"health": ["smoking", "rather-not-say"]},
            "answers.health: “rather-not-say” stands alone",
        ),
        ({"concerns": ["none-of-these", "pain"]}, "answers.concerns: “none-of-these” stands alone"),
        (
            {"concerns": ["none-of-these", "not-sure"]},
            "answers.concerns: “none-of-these” stands alone",
        ),
        (
            {"health": ["none-of-these", "rather-not-say"]},
            "answers.health: “none-of-these” stands alone",
        ),
        ({"scar-shapes": ["boxcar", "boxcar"]}, "answers.scar-shapes: “boxcar” is there more than"),
        ({"causes": ["acne", "acne"]}, "answers.causes: “acne” is there more than once"),
        ({"sheet-methods": ["subcision"] * 2}, "answers.sheet-methods: “subcision” is there more"),
        ({"leaning": ["not-sure"] * 2}, "answers.leaning: “not-sure” is there more than once"),
        ({"kept-questions": ["my-age"] * 2}, "answers.kept-questions: “my-age” is there more than"),
        ({"top-concerns": ["pain"]}, "answers: “pain” is a top concern, but it is not among"),
        (
            {"concerns": ["pain"], "top-concerns": ["pain", "cost"]},
            "answers: “cost” is a top concern, but it is not among",
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


# Files that cannot be used.

NOT_JSON = "The file is damaged or is not an answers file: it is not readable as JSON."
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
        b"\xff\xfe{\x00}\x00",
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
    assert problem.startswith(f"answers.{key}: must be ")


@pytest.mark.parametrize("answers", [None, [], "x", 1])
def test_answers_that_are_no_object_are_refused(answers: object) -> None:
    assert problems_of(file_of(answers)) == ("answers: must be an object with keys.",)


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        (
            {"downtime": "weeks"},
            "answers.downtime: “weeks” is not known here. Known: 'none', 'up-to-3-days', "
            "'up-to-7-days', 'up-to-14-days', 'longer' or 'not-sure'.",
        ),
        (
            {"scar-shapes": ["boxcar", "keloid"]},
            "answers.scar-shapes.1: “keloid” is not known here. Known: 'ice-pick', 'boxcar', "
            "'rolling', 'other-dent', 'raised' or 'not-sure'.",
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
    ],
    ids=["one-kept", "many-kept", "ticks", "own"],
)
def test_a_long_list_is_refused_without_a_long_wait(answers: dict[str, Any]) -> None:
    started = time.process_time()
    problems_of(file_of(answers))
    assert time.process_time() - started < 3


@given(data=st.binary(max_size=300))
def test_any_bytes_are_answers_or_a_plain_refusal(data: bytes) -> None:
    try:
        parse(data)
    except AnswersError as error:
        assert_plain(error.problems)


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
        assert_plain(error.problems)


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
        assert_plain(error.problems)


@given(answers=readers(KNOWN), data=st.data())
def test_a_file_with_one_byte_changed_is_answers_or_a_plain_refusal(
    answers: Answers, data: st.DataObject
) -> None:
    content = bytearray(answers_json(answers, "2026-11-22").encode())
    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        parse(bytes(content))
    except AnswersError as error:
        assert_plain(error.problems)


@st.composite
def changed_files(draw: st.DrawFn) -> str:
    """The text of a good file with some changes: a key gone, twice, renamed, or another value."""
    content = json.loads(answers_json(draw(readers(KNOWN)), "2026-11-22"))
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
    return text


def assert_answers_or_plain(data: bytes) -> None:
    try:
        answers = parse(data)
    except AnswersError as error:
        assert_plain(error.problems)
    else:
        assert parse(answers_json(answers, "2026-11-22").encode()) == answers


@given(text=changed_files())
def test_a_changed_file_is_answers_or_a_plain_refusal(text: str) -> None:
    assert_answers_or_plain(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-le", "cp1252"])
def test_a_file_in_another_encoding_is_told(encoding: str) -> None:
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
    assert told[-1] == f"There are {9_000 - MOST_NAMED:,} more problems."


# The same by the thousand.


@pytest.mark.slow
@settings(max_examples=3_000, suppress_health_check=list(HealthCheck))
@given(answers=readers(KNOWN))
def test_thousands_of_answers_come_back_from_their_file_the_same(answers: Answers) -> None:
    assert parse(answers_json(answers, "2026-11-22").encode()) == answers
    text = copy_json(answers)
    assert salvage_answers(text, KNOWN, ()).answers == answers if text else answers == Answers()


@pytest.mark.slow
@settings(max_examples=3_000, suppress_health_check=list(HealthCheck))
@given(text=changed_files())
def test_thousands_of_changed_files_are_answers_or_a_plain_refusal(text: str) -> None:
    assert_answers_or_plain(text.encode("utf-8", "surrogatepass"))
    kept = salvage_answers(text, KNOWN, ())
    assert salvage_answers(copy_json(kept.answers), KNOWN, ()).answers == kept.answers


@pytest.mark.slow
@settings(max_examples=3_000)
@given(data=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8")))
def test_thousands_of_other_files_are_answers_or_a_plain_refusal(data: bytes) -> None:
    assert_answers_or_plain(data)


# Changing answers.


@pytest.mark.parametrize(
    ("before", "picked", "settled"),
    [
        ((), ("none-of-these",), ("none-of-these",)),
        (("smoking",), ("smoking", "none-of-these"), ("none-of-these",)),
        (("none-of-these",), ("none-of-these", "smoking"), ("smoking",)),
        (("none-of-these",), ("none-of-these", "rather-not-say"), ("rather-not-say",)),
        (("none-of-these",), ("none-of-these",), ("none-of-these",)),
        (("none-of-these",), (), ()),
        (("smoking",), ("smoking", "pregnancy"), ("smoking", "pregnancy")),
        ((), ("none-of-these", "smoking"), ("none-of-these",)),
        ((), (), ()),
    ],
)
def test_the_last_click_decides_between_ticks_and_none_of_these(
    before: tuple[str, ...], picked: tuple[str, ...], settled: tuple[str, ...]
) -> None:
    assert settle_exclusive(before, picked) == settled


@given(
    before=st.lists(st.sampled_from(HEALTH_IDS), unique=True),
    picked=st.lists(st.sampled_from(HEALTH_IDS), unique=True),
)
def test_settled_ticks_are_always_valid_answers(before: list[str], picked: list[str]) -> None:
    settled = settle_exclusive(before, picked)
    assert set(settled) <= set(picked)
    assert bool(settled) == bool(picked)
    assert len(Answers.model_validate({"health": settled}).health) == len(settled)


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
    assert_plain(caught.value.problems)


@given(
    answers=readers(KNOWN, words=False),
    concerns=st.lists(st.sampled_from(REAL_CONCERNS), unique=True),
)
def test_any_change_of_concerns_is_accepted(answers: Answers, concerns: list[str]) -> None:
    changed = answers.with_values(concerns=tuple(concerns))
    assert set(changed.concerns) == set(concerns)
    assert changed.top_concerns == tuple(item for item in answers.top_concerns if item in concerns)
