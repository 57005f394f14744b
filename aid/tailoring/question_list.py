"""The reader's own list of questions for the doctor: what is on it, and what a click makes of it.

The general questions open every sheet. They are not part of the list, and no click moves them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.doctor_questions import DoctorQuestion
from aid.tailoring.doctor_questions import GENERAL_GROUP, asked_questions, kept_questions


@dataclass(frozen=True, slots=True)
class QuestionList:
    """The questions that a reader chooses from.

    Attributes:
        kept: The questions on the sheet, in their printed order.
        rows: Those of them that the reader can take off, with those just taken off in their places.
        further: What else the answers bring, in the order in which it is offered.
        private: The same for questions that may tell something about the reader's health.
    """

    kept: tuple[DoctorQuestion, ...]
    rows: tuple[DoctorQuestion, ...]
    further: tuple[DoctorQuestion, ...]
    private: tuple[DoctorQuestion, ...]

    @property
    def general(self) -> tuple[DoctorQuestion, ...]:
        """The questions that open every sheet."""
        return tuple(item for item in self.kept if item.group == GENERAL_GROUP)

    @property
    def movable(self) -> tuple[str, ...]:
        """Ids of the kept questions that the reader can move or take off."""
        return tuple(item.id for item in self.kept if item.group != GENERAL_GROUP)


def question_list(
    catalogue: Catalogue,
    answers: Answers,
    just_ticked: Sequence[str] = (),
    rows_before: Sequence[str] = (),
) -> QuestionList:
    """Lay out the questions. No tick moves anything under the reader's hand.

    Args:
        catalogue: The content.
        answers: What the reader said.
        just_ticked: Ids of further questions that the reader ticked a moment ago. Each keeps its
            place among the further ones.
        rows_before: Ids of the rows when the reader last took a question off. Each that is not kept
            any more keeps its place among the rows.

    Returns:
        The kept questions, and those that could be added.
    """
    kept = kept_questions(catalogue, answers)
    movable = tuple(item.id for item in kept if item.group != GENERAL_GROUP)
    rows = tuple(item for item in movable if item not in just_ticked)
    for item in rows_before:
        if item not in movable:
            rows = with_question_back(rows, item, rows_before)
    shown = {item.id for item in kept}.difference(just_ticked).union(rows)
    others = tuple(item for item in asked_questions(catalogue, answers) if item.id not in shown)
    return QuestionList(
        kept=kept,
        rows=tuple(catalogue.question_by_id[item] for item in rows),
        further=tuple(item for item in others if not item.private),
        private=tuple(item for item in others if item.private),
    )


def with_question(movable: Sequence[str], question_id: str) -> tuple[str, ...]:
    """The list with a question at its end; the same list where it already is on it."""
    return tuple(movable) if question_id in movable else (*movable, question_id)


def with_question_back(
    movable: Sequence[str], question_id: str, order: Sequence[str]
) -> tuple[str, ...]:
    """The list with a question in the place that it has in an order, which holds it."""
    if question_id in movable:
        return tuple(movable)
    before = [item for item in order[: order.index(question_id)] if item in movable]
    place = movable.index(before[-1]) + 1 if before else 0
    return (*movable[:place], question_id, *movable[place:])


def without_question(movable: Sequence[str], question_id: str) -> tuple[str, ...]:
    """The list without a question."""
    return tuple(item for item in movable if item != question_id)


def with_question_moved(movable: Sequence[str], question_id: str, by: int) -> tuple[str, ...]:
    """The list with a question moved by some places, negative ones towards the start.

    A move past either end stops there. A question that is not on the list changes nothing.
    """
    if question_id not in movable:
        return tuple(movable)
    others = [item for item in movable if item != question_id]
    others.insert(max(movable.index(question_id) + by, 0), question_id)
    return tuple(others)
