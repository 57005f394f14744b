"""Words that came along with a tab are among the answers of its new session, each in its place."""

from __future__ import annotations

import pytest

from aid.answers.model import Answers
from aid.catalogue.answer_fields import ANSWERS, MOST_CHARACTERS, MOST_OWN_QUESTIONS, OwnWords
from aid.ui.session import record, unleft_words
from aid.ui.session.record import Record
from aid.ui.session.widgets import class_name, key_for

TEXTS = [field.name for field in ANSWERS.values() if field.kind == "text"]
FULL = tuple(f"Question {number}?" for number in range(MOST_OWN_QUESTIONS))


def taken_in(answers: Answers, box: str, text: str, before: str = "") -> Answers:
    """The answers of a session that began with these, after words of a box were taken in."""
    record.set_current(Record(answers=answers))
    unleft_words.take_in(class_name(box), text, before)
    return record.answers()


@pytest.mark.parametrize("name", TEXTS)
def test_words_of_each_box_are_its_answer(name: str) -> None:
    assert taken_in(Answers(), key_for(name), "In May") == Answers().with_values(**{name: "In May"})
    assert (
        taken_in(Answers().with_values(**{name: "In May"}), key_for(name), "", "In May")
        == Answers()
    )


@pytest.mark.parametrize(
    ("own", "row", "text", "before", "after"),
    [
        ((), "0", "One?", "", ("One?",)),
        (("One?",), "1", "Two?", "", ("One?", "Two?")),
        (("One?", "Two?"), "0", "1?", "One?", ("1?", "Two?")),
        (("One?", "Two?"), "0", "", "One?", ("Two?",)),
        # It was among the answers already, and the other has moved up to its place.
        (("Two?",), "0", "", "One?", ("Two?",)),
        (FULL, str(MOST_OWN_QUESTIONS - 1), "Last?", FULL[-1], (*FULL[:-1], "Last?")),
        (FULL, str(MOST_OWN_QUESTIONS - 1), "One more?", "", FULL),
    ],
)
def test_an_own_question_takes_the_place_of_what_it_was(
    own: tuple[str, ...], row: str, text: str, before: str, after: tuple[str, ...]
) -> None:
    box = key_for("own_questions", row)
    assert taken_in(Answers(own_questions=own), box, text, before).own_questions == after


@pytest.mark.parametrize(
    ("box", "text"),
    [
        (key_for("dates"), "x" * (MOST_CHARACTERS + 1)),
        (key_for("scar_shapes"), "boxcar"),
        (key_for("own_questions", str(MOST_OWN_QUESTIONS)), "One more?"),
        ("", "Who?"),
    ],
    ids=["too long", "no box", "no row", "nameless"],
)
def test_what_does_not_fit_changes_nothing(box: str, text: str) -> None:
    answers = Answers(dates="In May")
    assert taken_in(answers, box, text) == answers


def test_every_answer_in_own_words_has_its_box() -> None:
    typed = {f.name for f in ANSWERS.values() if isinstance(f.declared, OwnWords)}
    assert {field.name for field in unleft_words._FIELD_OF.values()} == typed
