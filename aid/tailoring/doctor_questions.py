"""Which questions for the doctor a person gets, why, and in which order.

A lookup: every question and every reason is fixed text. Nothing is weighed or scored.
"""

from __future__ import annotations

from collections.abc import Mapping

from aid.answers.model import Answers
from aid.catalogue.answer_fields import CONDITIONS
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.doctor_questions import METHODS, DoctorQuestion, When
from aid.catalogue.ids import EXCLUSIVE, NO_PROCEDURE, HealthId, MethodId

MOST_KEPT_BY_DEFAULT = 12
GENERAL_GROUP = "general"
_PLACES: Mapping[str, int] = {
    "health": 0,
    "concerns": 1,
    **dict.fromkeys(("shapes", "causes", "places"), 2),
    **dict.fromkeys(("downtime", "visits"), 3),
    METHODS: 4,
}
"""The order in which questions are offered, by the answers that bring them.

Health comes first: what a doctor has to know must not fall behind the twelfth question."""


def methods_in_focus(answers: Answers) -> tuple[MethodId, ...]:
    """The methods whose own questions are asked.

    Those chosen for the sheet, else those compared in detail; "no procedure for now" always.
    """
    chosen = answers.sheet_methods or answers.compare_methods
    return (*(method for method in chosen if method != NO_PROCEDURE), NO_PROCEDURE)


def applies(when: When, answers: Answers) -> bool:
    """Whether a condition holds: any id within a key, every key that is given.

    Exclusive answers ("none of these", "rather not say") bring no question.
    """
    return _holds(when, {key: _chosen(answers, key) for key in when.conditions})


def _holds(when: When, chosen: Mapping[str, frozenset[str]]) -> bool:
    return all(not chosen[key].isdisjoint(ids) for key, ids in when.conditions.items())


def _chosen(answers: Answers, condition: str) -> frozenset[str]:
    if condition == METHODS:
        return frozenset(methods_in_focus(answers))
    if condition == "health":
        return frozenset(answers.health_said)
    return frozenset(answers.chosen(CONDITIONS[condition])) - EXCLUSIVE


def asked_questions(catalogue: Catalogue, answers: Answers) -> tuple[DoctorQuestion, ...]:
    """All questions that these answers bring, in the order in which they are offered.

    The three general ones come first; then those for the top concerns in the reader's order; then
    by the answer that brings them: health, other concerns, the scars, time; then those for methods,
    and the rest. Within each of these the order is that of the question bank.
    """
    chosen = {key: _chosen(answers, key) for key in (METHODS, *CONDITIONS)}
    found = [question for question in catalogue.questions if _holds(question.when, chosen)]
    return tuple(sorted(found, key=lambda question: _place(question, answers)))


def _place(question: DoctorQuestion, answers: Answers) -> tuple[int, int]:
    if question.group == GENERAL_GROUP:
        return (0, 0)
    tops = [
        answers.top_concerns.index(concern)
        for concern in answers.top_concerns
        if concern in question.when.ids("concerns")
    ]
    if tops:
        return (1, min(tops))
    places = [_PLACES[condition] for condition in question.when.conditions]
    return (2 + min(places, default=len(_PLACES)), 0)


def may_print(question: DoctorQuestion, health_on_sheet: tuple[HealthId, ...]) -> bool:
    """Whether a question prints without being kept by hand.

    A question that a health item brings prints only with an item that is ticked for printing.
    """
    return not question.private or any(item in health_on_sheet for item in question.when.health)


def general_questions(catalogue: Catalogue) -> tuple[DoctorQuestion, ...]:
    """The three general questions, which open every sheet."""
    return tuple(item for item in catalogue.questions if item.group == GENERAL_GROUP)


def kept_questions(catalogue: Catalogue, answers: Answers) -> tuple[DoctorQuestion, ...]:
    """The questions on the sheet, in their printed order: the general ones, then the kept ones.

    A list that the reader made holds as it is, private questions included: the reader kept them
    after reading what they may tell. Otherwise the first that may print, of those that the answers
    bring, twelve in all; items that are ticked for printing but not said count as not ticked.
    """
    general = general_questions(catalogue)
    if answers.kept_questions is not None:
        kept = [catalogue.question_by_id[item] for item in answers.kept_questions]
        return (*general, *(item for item in kept if item.group != GENERAL_GROUP))
    printed = tuple(item for item in answers.health_on_sheet if item in answers.health_said)
    free = [
        question
        for question in asked_questions(catalogue, answers)
        if may_print(question, printed) and question.group != GENERAL_GROUP
    ]
    return (*general, *free)[:MOST_KEPT_BY_DEFAULT]
