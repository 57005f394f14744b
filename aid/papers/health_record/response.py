"""A reader's answers as a FHIR R4 ``QuestionnaireResponse``: what the sheet prints, and no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aid.answers.model import Answers
from aid.catalogue.answer_fields import ANSWERS
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from aid.catalogue.questionnaire import QuestionnaireItem
from aid.papers.health_record.questionnaire import STEPS, URL, Json, coding, group_id
from aid.papers.sheet.content import printed_health
from aid.papers.typesetting.sanitize import readable


def response(catalogue: Catalogue, answers: Answers) -> Json:
    """The answers to the form that the reader's sheet would print.

    Health stays private by the rule of the sheet: an item that is not ticked for printing leaves
    no trace here, nor do own words on earlier procedures without theirs.

    Args:
        catalogue: The content.
        answers: What the reader said. Nothing is required.

    Returns:
        The resource, with no date and no name in it. Equal answers give an equal value; a question
        without an answer, and a step without any, is left out.
    """
    groups = [
        {"linkId": group_id(step), "text": catalogue.page_by_id[step].title, "item": items}
        for step in STEPS
        if (items := _items(catalogue, answers, step))
    ]
    return {
        "resourceType": "QuestionnaireResponse",
        "language": catalogue.language,
        "questionnaire": f"{URL}|{catalogue.content_version.isoformat()}",
        "status": "completed",
        **({"item": groups} if groups else {}),
    }


def printed(ask_id: str, answers: Answers) -> tuple[str, ...]:
    """The ids, or the words, of one answer that the sheet prints.

    Args:
        ask_id: Id of the question, as in the answers file.
        answers: What the reader said.
    """
    return _PRIVATE.get(ask_id, _as_said)(answers, ask_id)


def _as_said(answers: Answers, ask_id: str) -> tuple[str, ...]:
    field = ANSWERS[ask_id]
    if field.kind != "text":
        return answers.chosen(field)
    # As on the sheet: a health record refuses a text with control characters in it.
    words = readable(getattr(answers, field.name)).text.strip()
    return (words,) if words else ()


def _who_named_the_shapes(answers: Answers, ask_id: str) -> tuple[str, ...]:
    return _as_said(answers, ask_id) if answers.scar_shapes else ()


def _health(answers: Answers, ask_id: str) -> tuple[str, ...]:
    return printed_health(answers)


def _earlier_procedures(answers: Answers, ask_id: str) -> tuple[str, ...]:
    is_printed = "earlier-procedures" in printed_health(answers)
    return _as_said(answers, ask_id) if is_printed else ()


_PRIVATE: Mapping[str, Callable[[Answers, str], tuple[str, ...]]] = {
    "shape-source": _who_named_the_shapes,
    "health": _health,
    "earlier-procedures": _earlier_procedures,
}
"""Answers that the sheet prints beside another one, or only where that was ticked for printing."""


def _items(catalogue: Catalogue, answers: Answers, step: PageId) -> list[Json]:
    return [
        {"linkId": ask.id, "text": ask.label, "answer": said}
        for ask in catalogue.asks
        if ask.step == step
        if (said := _answer(catalogue, ask, printed(ask.id, answers)))
    ]


def _answer(catalogue: Catalogue, ask: QuestionnaireItem, said: tuple[str, ...]) -> list[Json]:
    if ask.kind == "text":
        return [{"valueString": words} for words in said]
    options = {option.id: option for option in catalogue.options(ask.id)}
    return [{"valueCoding": coding(ask.id, options[item])} for item in said]
