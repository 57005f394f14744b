"""Questions in groups that open one by one; each says how many of its questions are answered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from aid.catalogue.answer_fields import FIELD_BY_KEY
from aid.catalogue.questionnaire import AskGroup, QuestionnaireItem
from aid.ui import runtime
from aid.ui.layout import counted, problems
from aid.ui.screens.questionnaire.ask import ask
from aid.ui.session import record


def show() -> None:
    """Draw every group, closed unless something in it does not fit."""
    catalogue = runtime.catalogue()
    for group in catalogue.ask_groups:
        questions = [question for question in catalogue.asks if question.group == group.id]
        keys = (key for question in questions for key in problems.keys_of(question))
        with counted.expander(
            group.name,
            f"asks-{group.id}",
            partial(_line, group, questions),
            expanded=problems.any_of(keys),
        ):
            for question in questions:
                ask(question)


def _line(group: AskGroup, questions: Sequence[QuestionnaireItem]) -> str:
    words = runtime.catalogue().interface.questionnaire
    if questions[0].options_from == "health":
        items = [item.id for item in runtime.catalogue().health if not item.exclusive]
        ticked = len(record.answers().health_said)
        return words.group_ticks.format(name=group.name, count=ticked, all=len(items))
    answered = sum(bool(_said(question)) for question in questions)
    return words.group_answers.format(name=group.name, count=answered, all=len(questions))


def _said(question: QuestionnaireItem) -> object:
    said = getattr(record.answers(), FIELD_BY_KEY[question.id])
    return said.strip() if isinstance(said, str) else said
