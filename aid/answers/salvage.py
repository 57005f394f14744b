"""Answers out of a copy that may be damaged: whatever is sound in it."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from pydantic import ValidationError

from aid.answers.file import MOST_BYTES, VERSION, Kept, each_key_once, refuse_foreign
from aid.answers.model import Answers
from aid.answers.retired import settle_retired
from aid.catalogue.retired import RetiredId
from aid.errors import AnswersError


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
        return Kept(Answers(), whole=False)
    try:
        content = json.loads(text, object_pairs_hook=each_key_once)
        refuse_foreign(content)
    except (AnswersError, ValueError, RecursionError):
        return Kept(Answers(), whole=False)
    found = content.get("answers")
    if not isinstance(found, dict) or content.get("version") != VERSION:
        return Kept(Answers(), whole=False)
    left, met = settle_retired(found, retired)
    whole = True
    questions = left.get("kept-questions")
    if isinstance(questions, list):
        left["kept-questions"] = [
            item for item in questions if isinstance(item, str) and item in known_questions
        ]
        whole = left["kept-questions"] == questions
    while True:
        try:
            return Kept(Answers.model_validate(left, by_alias=True, by_name=False), met, whole)
        except ValidationError as error:
            whole = False
            _leave_out(left, error)


def _leave_out(answers: dict[str, Any], error: ValidationError) -> None:
    # One entry of a list where the fault names one, else the whole answer. Each call takes
    # something out, so the caller ends.
    entries: dict[str, set[int]] = {}
    for fault in error.errors():
        key, *place = fault["loc"] or ("top-concerns",)
        if place and isinstance(place[0], int) and isinstance(answers.get(str(key)), list):
            entries.setdefault(str(key), set()).add(place[0])
        else:
            answers.pop(str(key), None)
    for key, faulty in entries.items():
        if key in answers:
            answers[key] = [item for at, item in enumerate(answers[key]) if at not in faulty]
