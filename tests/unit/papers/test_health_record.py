"""The form and the response for health records: valid, true to the sheet, and private as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from hypothesis import given
from hypothesis import strategies as st

from aid.answers.example import example_answers
from aid.answers.file import copy_json
from aid.answers.model import Answers
from aid.catalogue.answer_fields import ASKED, AnswerField
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import EXCLUSIVE
from aid.cli.command import BAD_INPUT, OK
from aid.cli.main import main
from aid.papers.health_record.questionnaire import questionnaire
from aid.papers.health_record.response import printed, response
from aid.papers.typesetting.sanitize import readable

SECRET = "Something between us"

PRIVATE = ("health", "earlier-procedures")
"""Answers that are printed only where the reader ticks that."""


@st.composite
def answers(draw: st.DrawFn) -> Answers:
    """Any answers to what is asked, with any health items ticked for printing."""
    said = {field.name: draw(_values(field)) for field in ASKED}
    said["top_concerns"] = said["concerns"][: draw(st.integers(0, 3))]
    return Answers(
        **said,
        health_on_sheet=draw(_several(_field("health"))),  # type: ignore[arg-type]
    )


def _field(key: str) -> AnswerField:
    return next(field for field in ASKED if field.key == key)


def _values(field: AnswerField) -> st.SearchStrategy[Any]:
    if field.kind == "text":
        return st.text("ab é\n“", max_size=60)
    if field.kind == "one":
        return st.none() | st.sampled_from(field.choices)
    return _several(field)


def _several(field: AnswerField) -> st.SearchStrategy[tuple[str, ...]]:
    alone = [item for item in field.choices if item in EXCLUSIVE]
    many = [item for item in field.choices if item not in EXCLUSIVE]
    chosen = st.lists(st.sampled_from(many), unique=True, max_size=8).map(tuple)
    return chosen | st.sampled_from([(item,) for item in alone]) if alone else chosen


def below(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every item below a resource, in order."""
    for part in item.get("item", ()):
        yield part
        yield from below(part)


def said_in(found: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """What each question of a response was answered with: codes, or words."""
    return {
        item["linkId"]: tuple(
            answer["valueCoding"]["code"] if "valueCoding" in answer else answer["valueString"]
            for answer in item["answer"]
        )
        for item in below(found)
        if "answer" in item
    }


def test_the_form_is_valid_and_asks_every_question_once_with_all_its_choices(
    catalogue: Catalogue,
) -> None:
    form = questionnaire(catalogue)
    Questionnaire.model_validate(form)
    items = {item["linkId"]: item for item in below(form)}
    assert len(items) == len(list(below(form)))
    for ask in catalogue.asks:
        item = items[ask.id]
        assert item["text"] == ask.label
        assert item["required"] is False
        assert ask.why in items[f"{ask.id}-help"]["text"]
        codes = [option["valueCoding"]["code"] for option in item.get("answerOption", ())]
        assert codes == [option.id for option in catalogue.options(ask.id)]
        assert item.get("repeats", False) is (ask.kind in ("several", "ranked"))
    assert {field.key for field in ASKED} <= items.keys()


@pytest.mark.slow
@given(answers())
def test_a_response_holds_what_the_sheet_prints_and_nothing_else(
    catalogue: Catalogue, given_answers: Answers
) -> None:
    found = response(catalogue, given_answers)
    QuestionnaireResponse.model_validate(found)
    said = said_in(found)
    for field in ASKED:
        whole = given_answers.chosen(field) if field.kind != "text" else ()
        if field.kind == "text":
            words = readable(getattr(given_answers, field.name)).text.strip()
            whole = (words,) if words else ()
        if field.key == "health":
            whole = tuple(
                item for item in given_answers.health_said if item in given_answers.health_on_sheet
            )
        is_hidden = (
            field.key == "earlier-procedures" and "earlier-procedures" not in said.get("health", ())
        ) or (field.key == "shape-source" and not given_answers.scar_shapes)
        assert said.get(field.key, ()) == (() if is_hidden else whole), field.key
        assert printed(field.key, given_answers) == said.get(field.key, ())
    assert said.keys() <= {field.key for field in ASKED}


@pytest.mark.slow
@given(answers())
def test_every_answer_is_among_the_choices_of_its_question(
    catalogue: Catalogue, given_answers: Answers
) -> None:
    form = questionnaire(catalogue)
    found = response(catalogue, given_answers)
    assert found["questionnaire"] == f"{form['url']}|{form['version']}"
    asked = {item["linkId"]: item for item in below(form)}
    for item in below(found):
        question = asked[item["linkId"]]
        assert item["text"] == question["text"]
        codings = [answer.get("valueCoding") for answer in item.get("answer", ())]
        options = [option["valueCoding"] for option in question.get("answerOption", ())]
        if question["type"] == "choice":
            assert all(coding in options for coding in codings)
            assert question.get("repeats") or len(codings) == 1
        else:
            assert not any(codings)


@pytest.mark.slow
@given(answers())
def test_what_is_not_ticked_for_printing_leaves_no_trace(
    catalogue: Catalogue, given_answers: Answers
) -> None:
    private = given_answers.with_values(
        earlier_procedures=SECRET, health=(), health_on_sheet=(), shape_source=None
    )
    written = json.dumps(response(catalogue, private))
    assert SECRET not in written
    assert not set(PRIVATE) & said_in(response(catalogue, private)).keys()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\0b\x1b[31m", "ab[31m"),
        ("a\tb\r\nc", "a    b\nc"),
        ("\u202ea\u200b", "a"),
        ("a\uffff", "a"),
        ("\x01", None),
    ],
)
def test_own_words_hold_no_letter_that_a_health_record_refuses(
    catalogue: Catalogue, typed: str, kept: str | None
) -> None:
    """FHIR's texts have no control characters; whoever pastes some would lose the whole file."""
    said = said_in(response(catalogue, Answers(hopes=typed)))
    assert said.get("hopes", (None,)) == (kept,)


def test_without_answers_there_is_a_valid_response_and_nothing_in_it(catalogue: Catalogue) -> None:
    found = response(catalogue, Answers())
    QuestionnaireResponse.model_validate(found)
    assert "item" not in found


def test_nothing_tells_when_or_who(catalogue: Catalogue) -> None:
    found = response(catalogue, example_answers())
    assert not {"authored", "author", "subject", "source", "id"} & found.keys()
    assert response(catalogue, example_answers()) == found
    assert questionnaire(catalogue) == questionnaire(catalogue)


@pytest.mark.slow
def test_the_command_writes_both_files_the_same_each_time(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    file = tmp_path / "answers.json"
    file.write_text(copy_json(example_answers()), encoding="utf-8")
    folders = [tmp_path / "one" / "deep", tmp_path / "two"]
    for folder in folders:
        assert main(["fhir", str(file), "-o", str(folder)]) == OK
    first, second = (
        {path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders
    )
    assert first == second
    assert json.loads(first["questionnaire.json"]) == questionnaire(catalogue)
    assert json.loads(first["questionnaire-response.json"]) == response(
        catalogue, example_answers()
    )


def test_without_answers_the_command_writes_the_form_alone(tmp_path: Path) -> None:
    assert main(["fhir", "-o", str(tmp_path)]) == OK
    assert [path.name for path in tmp_path.iterdir()] == ["questionnaire.json"]


def test_a_folder_that_cannot_be_made_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert main(["fhir", "-o", str(tmp_path / "file" / "below")]) == BAD_INPUT
    assert len(capsys.readouterr().err.splitlines()) == 1
