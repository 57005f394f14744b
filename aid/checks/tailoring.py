"""What answers bring: marked rows, trade-offs, and questions for the doctor."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from aid.answers.model import Answers
from aid.catalogue.answer_fields import ANSWERS, CONDITIONS
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.doctor_questions import METHODS, DoctorQuestion, When
from aid.catalogue.ids import EXCLUSIVE, ConcernId
from aid.catalogue.questionnaire import HealthItem
from aid.checks.places import file_of, known_claims, place_of
from aid.errors import Problem
from aid.tailoring.doctor_questions import GENERAL_GROUP, applies

FEWEST_QUESTIONS = 45
MOST_HEALTH_ITEMS = 24
GENERAL_QUESTIONS = 3
MARK_NO_ROW: tuple[ConcernId, ...] = ("none-of-these", "not-sure")

_WORD = re.compile(r"[^\W\d_]{5,}")
"""A word that may tell something; shorter ones hold a sentence together."""


def concerns_mark_rows(catalogue: Catalogue) -> Iterator[Problem]:
    """Find concerns that mark no row of the comparison, and other answers that mark one."""
    for concern in catalogue.concerns:
        place = place_of(catalogue, concern).at("facts")
        marks = concern.id not in MARK_NO_ROW
        if marks and not concern.facts:
            yield place.problem("it must mark at least one row")
        if not marks and concern.facts:
            yield place.problem("this answer marks no row")


def trade_offs_pull_apart(catalogue: Catalogue) -> Iterator[Problem]:
    """Find trade-offs that are about no row of their concerns or rest on a claim not seen again."""
    rows = {concern.id: set(concern.facts) for concern in catalogue.concerns}
    for entry in catalogue.trade_offs:
        place = place_of(catalogue, entry)
        if entry.one in entry.others:
            yield place.at("others").problem(f"{entry.one} cannot pull apart from itself")
        for concern in (entry.one, *entry.others):
            # A concern without rows is reported by another check; these two never mark rows.
            marked = rows.get(concern)
            if concern in MARK_NO_ROW or (marked and not marked & set(entry.facts)):
                yield place.at("facts").problem(f"none of them is a row of {concern}")
        for claim in known_claims(catalogue, entry.claims):
            if claim.audited == "not-refound":
                yield place.at("claims").problem(f"{claim.id} could not be seen again")


def questions_hold(catalogue: Catalogue) -> Iterator[Problem]:
    """Find questions for the doctor that no answers bring, and groups that do not hold."""
    file = file_of(catalogue, DoctorQuestion)
    groups = {group.id for group in catalogue.groups}
    if len(catalogue.questions) < FEWEST_QUESTIONS:
        yield file.problem(f"there must be at least {FEWEST_QUESTIONS} questions")
    texts = Counter(question.text for question in catalogue.questions)
    first = catalogue.questions[:GENERAL_QUESTIONS]
    if not all(item.group == GENERAL_GROUP and item.when.always for item in first):
        yield file.problem("the first three questions must be general and always asked")
    for question in catalogue.questions:
        place = place_of(catalogue, question)
        if texts[question.text] > 1:
            yield place.at("text").problem("another question asks the same")
        if question.group not in groups:
            yield place.at("group").problem(f"{question.group} is not a group")
        if question.group == GENERAL_GROUP and question not in first:
            yield place.at("group").problem("only the first three questions are general")
        if not applies(question.when, _fewest_answers(question.when)):
            yield place.at("when").problem("no answers can bring this question")
    used = {question.group for question in catalogue.questions}
    for group in catalogue.groups:
        if group.id not in used:
            yield place_of(catalogue, group).problem("no question is in it")


def health_groups_hold(catalogue: Catalogue) -> Iterator[Problem]:
    """Find health items of no group, groups of no item, and more items than a screen can hold."""
    groups = {group.id for group in catalogue.health_groups}
    items = [item for item in catalogue.health if not item.exclusive]
    if len(items) > MOST_HEALTH_ITEMS:
        problem = f"{len(items)} items; {MOST_HEALTH_ITEMS} may stand on the screen"
        yield file_of(catalogue, HealthItem).problem(problem)
    for item in items:
        if item.group not in groups:
            yield place_of(catalogue, item).at("group").problem(f"{item.group} is not a group")
    for group in catalogue.health_groups:
        if group.id not in {item.group for item in items}:
            yield place_of(catalogue, group).problem("no health item is in it")


def ask_groups_hold(catalogue: Catalogue) -> Iterator[Problem]:
    """Find groups of questions that are unknown or empty."""
    groups = {group.id for group in catalogue.ask_groups}
    used = {question.group for question in catalogue.asks}
    for question in catalogue.asks:
        if question.group is not None and question.group not in groups:
            problem = f"{question.group} is not a group"
            yield place_of(catalogue, question).at("group").problem(problem)
    for group in catalogue.ask_groups:
        if group.id not in used:
            yield place_of(catalogue, group).problem("no question is in it")


def _fewest_answers(when: When) -> Answers:
    """Answers that meet a condition, if any do: the first id of each key."""
    chosen: dict[str, object] = {}
    for key, (first, *_) in when.conditions.items():
        field = ANSWERS["sheet-methods"] if key == METHODS else CONDITIONS[key]
        chosen[field.name] = first if field.kind == "one" else (first,)
    return Answers.model_validate(chosen)


def answers_bring_questions(catalogue: Catalogue) -> Iterator[Problem]:
    """Find methods, and answers of questions that can bring one, that no question is about."""
    can_bring: dict[str, tuple[str, ...]] = {
        METHODS: tuple(method.id for method in catalogue.methods),
        **{key: field.telling for key, field in CONDITIONS.items()},
    }
    for key, choices in can_bring.items():
        brought = {item for question in catalogue.questions for item in question.when.ids(key)}
        for choice in choices:
            if choice not in brought | EXCLUSIVE:
                yield (
                    file_of(catalogue, DoctorQuestion)
                    .at(f"when.{key}")
                    .problem(f"no question for the doctor is about {choice}")
                )


def printed_reasons_reveal_nothing(catalogue: Catalogue) -> Iterator[Problem]:
    """Find printed reasons that give away the private health item behind a question."""
    tell_nothing = catalogue.agreed_words.tell_nothing
    for question in catalogue.questions:
        for item_id in question.when.health:
            item = catalogue.health_by_id.get(item_id)
            if item is None or question.printed_why is None:
                continue
            telling = set(_WORD.findall(f"{item.label} {item.tell or ''}".casefold()))
            printed = set(_WORD.findall(question.printed_why.casefold()))
            repeated = sorted(word for word in telling if _has_form_of(word, printed))
            repeated = [word for word in repeated if not _has_form_of(word, tell_nothing)]
            if repeated:
                place = place_of(catalogue, question).at("printed-why")
                yield place.problem(f"repeats the health item ({', '.join(repeated)})")


def _has_form_of(word: str, words: Collection[str]) -> bool:
    """Whether some words hold a word, or one that differs from it by an ending."""
    return any(other.startswith(word) or word.startswith(other) for other in words)
