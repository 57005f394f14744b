"""What is wrong with answers: found as values, and said in the words of the content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from aid.catalogue.answer_fields import ANSWERS
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.texts.answers_file import AnswersFileTexts
from aid.errors import AnswerProblem, AnswerProblemKind
from aid.formatting.locale import listed, number

MOST_SHOWN = 40
"""The most characters of somebody's file that a message repeats."""

MOST_NAMED = 40
"""Problems of one file that are named; a last one counts the others."""

_KINDS: Mapping[str, AnswerProblemKind] = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "string_type": "not_text",
    "tuple_type": "not_a_list",
    "model_type": "not_an_object",
    "model_attributes_type": "not_an_object",
    "literal_error": "unknown_choice",
    "string_too_long": "too_long",
    "too_long": "too_many",
    "choice_twice": "choice_twice",
    "exclusive": "exclusive",
    "top_not_ticked": "top_not_ticked",
}
"""Kinds of problems by the type of Pydantic's errors."""


_TEXTS: Mapping[AnswerProblemKind, Callable[[AnswersFileTexts], str]] = {
    "too_large": lambda words: words.too_large,
    "damaged": lambda words: words.damaged,
    "foreign": lambda words: words.foreign,
    "newer": lambda words: words.newer,
    "key_twice": lambda words: words.key_twice,
    "missing": lambda words: words.missing,
    "unknown_key": lambda words: words.unknown_key,
    "not_text": lambda words: words.not_text,
    "not_a_list": lambda words: words.not_a_list,
    "not_an_object": lambda words: words.not_an_object,
    "unusable": lambda words: words.unusable,
    "unknown_choice": lambda words: words.unknown_choice,
    "unknown_question": lambda words: words.unknown_question,
    "too_long": lambda words: words.too_long,
    "too_many": lambda words: words.too_many,
    "choice_twice": lambda words: words.choice_twice,
    "exclusive": lambda words: words.exclusive,
    "top_not_ticked": lambda words: words.top_not_ticked,
    "more": lambda words: words.more,
}
"""The sentence for each kind of problem."""


def shown(value: object) -> str:
    """Something from a file, short and on one line, so that no message can be forged."""
    text = str(value)[: MOST_SHOWN + 1]
    text = "".join(char if char.isprintable() else "\ufffd" for char in text)
    return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "…"


def first_problems(problems: Iterable[AnswerProblem]) -> tuple[AnswerProblem, ...]:
    """The first ``MOST_NAMED`` problems, and how many more there are."""
    every = tuple(problems)
    more = len(every) - MOST_NAMED
    return every if more <= 0 else (*every[:MOST_NAMED], AnswerProblem("more", count=more))


def problems_in(error: ValidationError) -> tuple[AnswerProblem, ...]:
    """A problem for each fault that Pydantic found, none of them twice."""
    return tuple(dict.fromkeys(_problem(fault) for fault in error.errors()))


def _problem(fault: Any) -> AnswerProblem:
    kind = _KINDS.get(fault["type"], "unusable")
    place = tuple(shown(part) for part in fault["loc"] if not str(part).startswith("literal"))
    if kind == "top_not_ticked":  # found by looking at two answers, so Pydantic names neither
        place = (*place, "top-concerns")
    found, context = fault["input"], fault.get("ctx", {})
    return AnswerProblem(
        kind,
        place,
        what=context.get("what", shown(found) if kind == "unknown_choice" else ""),
        known=_known(place) if kind == "unknown_choice" else (),
        count=len(found) if kind in ("too_long", "too_many") else 0,
        most=context.get("max_length", 0),
    )


def _known(place: tuple[str, ...]) -> tuple[str, ...]:
    return next((ANSWERS[key].choices for key in place if key in ANSWERS), ())


def sentences(catalogue: Catalogue, problems: Iterable[AnswerProblem]) -> tuple[str, ...]:
    """One sentence for each problem, with the keys and ids that are in the file."""
    return tuple(_sentence(catalogue, problem) for problem in problems)


def _sentence(catalogue: Catalogue, problem: AnswerProblem) -> str:
    words = catalogue.interface.answers_file
    said = _TEXTS[problem.kind](words).format(
        what=problem.what,
        known=listed(catalogue, problem.known),
        count=number(catalogue, problem.count),
        most=number(catalogue, problem.most),
    )
    if not problem.place:
        return said
    return words.at.format(place=".".join(problem.place), problem=said)
