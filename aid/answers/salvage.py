"""Answers out of a file or a copy that may be damaged: whatever is sound in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from pydantic import ValidationError

from aid.answers.file import MOST_BYTES, VERSION, Kept, content_of, file_content
from aid.answers.model import Answers
from aid.answers.retired import settle_retired
from aid.catalogue.answer_fields import ANSWERS
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.retired import RetiredId
from aid.errors import AnswerProblem, AnswersError


def salvage_answers(
    text: str, known_questions: Collection[str], retired: Collection[RetiredId]
) -> Kept:
    """Read a copy that a browser kept. What breaks a rule is left out, and nothing is refused.

    Args:
        text: What the browser gave back: the text of an answers file, unless somebody changed it.
        known_questions: Ids that ``kept-questions`` may name.
        retired: Ids that the content has retired; they are mapped or left out.

    Returns:
        Every answer that holds by itself and with the others.
    """
    if len(text) > MOST_BYTES:
        return _NOTHING
    try:
        content = content_of(text)
    except AnswersError:
        return _NOTHING
    return _sound(content, known_questions, retired)


def salvage_file(
    data: bytes, known_questions: Collection[str], retired: Collection[RetiredId]
) -> Kept:
    """Read an answers file. What breaks a rule in it is left out.

    Args:
        data: The bytes of the file.
        known_questions: Ids that ``kept-questions`` may name.
        retired: Ids that the content has retired; they are mapped or left out.

    Returns:
        Every answer that holds by itself and with the others.

    Raises:
        AnswersError: The file is too large, not JSON, foreign or of a newer version, or nothing
            in it can be used.
    """
    kept = _sound(file_content(data), known_questions, retired)
    if kept.left_out and kept.answers == Answers():
        raise AnswersError((AnswerProblem("damaged"),))
    return kept


def left_out_notices(catalogue: Catalogue, left_out: Sequence[str]) -> tuple[str, ...]:
    """Say which answers of a file could not be used, by the names of their questions.

    Args:
        catalogue: The content.
        left_out: Their keys, as ``Kept`` has them.
    """
    if not left_out:
        return ()
    words, asks = catalogue.interface.keep, catalogue.ask_by_id
    names = [
        asks[key].name
        if key in asks
        else words.loaded_in_part_of_sheet
        if key in ANSWERS
        else words.loaded_in_part_of_other
        for key in left_out
    ]
    return (words.loaded_in_part.format(names="; ".join(dict.fromkeys(names))),)


_NOTHING = Kept(Answers(), left_out=tuple(ANSWERS))


def _sound(
    content: dict[str, Any], known_questions: Collection[str], retired: Collection[RetiredId]
) -> Kept:
    found = content.get("answers")
    if not isinstance(found, dict) or content.get("version") != VERSION:
        return _NOTHING
    left, met = settle_retired(found, retired)
    faulty: set[str] = set()
    questions = left.get("kept-questions")
    if isinstance(questions, list):
        left["kept-questions"] = [
            item for item in questions if isinstance(item, str) and item in known_questions
        ]
        if left["kept-questions"] != questions:
            faulty.add("kept-questions")
    while True:
        try:
            answers = Answers.model_validate(left, by_alias=True, by_name=False)
        except ValidationError as error:
            faulty |= _leave_out(left, error)
        else:
            known = [key for key in ANSWERS if key in faulty]
            return Kept(answers, met, (*known, *sorted(faulty.difference(known))))


def _leave_out(answers: dict[str, Any], error: ValidationError) -> set[str]:
    """Take out what an error names, and return the keys of the answers that it was in."""
    # One entry of a list where the fault names one, else the whole answer. Each call takes
    # something out, so the caller ends.
    named: set[str] = set()
    entries: dict[str, set[int]] = {}
    for fault in error.errors():
        first, *place = fault["loc"] or ("top-concerns",)
        key = str(first)
        named.add(key)
        if place and isinstance(place[0], int) and isinstance(answers.get(key), list):
            entries.setdefault(key, set()).add(place[0])
        else:
            answers.pop(key, None)
    for key, faulty in entries.items():
        if key in answers:
            answers[key] = [item for at, item in enumerate(answers[key]) if at not in faulty]
    return named
