"""What a reader can answer: asked, used, and the same in the content and in the answers file."""

from __future__ import annotations

from collections.abc import Iterator

from aid.catalogue.answer_fields import ANSWERS, ASKED, FIELDS_BY_IDS
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import EXCLUSIVE
from aid.catalogue.questionnaire import QuestionnaireItem
from aid.catalogue.texts.sheet import SheetTexts
from aid.checks.places import file_of, place_of
from aid.errors import Problem


def every_answer_is_used(catalogue: Catalogue) -> Iterator[Problem]:
    """Find answers that no question asks for, or that change neither the sheet nor its questions.

    An entry of the questionnaire without a declared answer is refused when it is loaded.
    """
    file = file_of(catalogue, QuestionnaireItem)
    questions = {ask.id for ask in catalogue.asks}
    conditions = {key for question in catalogue.questions for key in question.when.conditions}
    sheet, sheet_file = catalogue.sheet, file_of(catalogue, SheetTexts)
    parts = {"told": sheet.told, "matters": sheet.matters, "time": sheet.time}
    for field in ASKED:
        if field.key not in questions:
            yield file.at(field.key).problem("is missing")
        printed = not field.declared.sheet_line or any(field.key in part for part in parts.values())
        if not printed and field.condition not in conditions:
            yield file.at(field.key).problem(
                f"the answer has no line in content/{sheet_file.file} (told, matters or time) "
                "and brings no question for the doctor"
            )
    lines = {field.key for field in ASKED if field.declared.sheet_line}
    for part, labels in parts.items():
        for key in labels:
            if key not in lines:
                place = sheet_file.at(f"{part}.{key}")
                yield place.problem("is not an answer that is printed as a line")


def options_match_answers(catalogue: Catalogue) -> Iterator[Problem]:
    """Find options that the answers file does not know, and choices of the file without one."""
    file = file_of(catalogue, QuestionnaireItem)
    for ask in catalogue.asks:
        if not ask.option:
            continue
        choices, options = ANSWERS[ask.id].choices, [option.id for option in ask.option]
        for missing in [choice for choice in choices if choice not in options]:
            yield file.at(ask.id, missing).problem("is missing")
        for unknown in [option for option in options if option not in choices]:
            yield file.at(ask.id, unknown).problem("is not an answer of the answers file")


def retired_ids_resolve(catalogue: Catalogue) -> Iterator[Problem]:
    """Find retired ids that are still in use or lead to an id that is not."""
    for entry in catalogue.retired:
        place = place_of(catalogue, entry)
        choices = FIELDS_BY_IDS[entry.kind][0].choices
        current = choices or tuple(catalogue.question_by_id)
        if entry.id in current:
            yield place.at("id").problem("is still in use")
        for to in entry.to:
            if to in EXCLUSIVE:
                yield place.at("to").problem(
                    f"“{to}” is exclusive, so it cannot take the place of another"
                )
            elif to not in current:
                yield place.at("to").problem(f"“{to}” is not an id that is in use")
