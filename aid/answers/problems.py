"""What is wrong with an answers file, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

MOST_SHOWN = 40
"""Characters of somebody's file that a message repeats at most."""

MOST_NAMED = 40
"""Problems of one file that are named; a last sentence counts the others."""


def shown(value: object) -> str:
    """Something from a file, short and on one line, so that no message can be forged."""
    text = str(value)[: MOST_SHOWN + 1]
    text = "".join(char if char.isprintable() else "\ufffd" for char in text)
    return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "…"


def first_problems(problems: Iterable[str]) -> tuple[str, ...]:
    """The first ``MOST_NAMED`` problems, and how many more there are."""
    every = tuple(problems)
    more = len(every) - MOST_NAMED
    return every if more <= 0 else (*every[:MOST_NAMED], f"There are {more:,} more problems.")


_SENTENCES = {
    "missing": "is missing.",
    "extra_forbidden": "is not a key of an answers file.",
    "string_type": "must be text.",
    "tuple_type": "must be a list.",
    "model_type": "must be an object with keys.",
    "model_attributes_type": "must be an object with keys.",
}


def sentences(error: ValidationError) -> tuple[str, ...]:
    """One sentence for each fault, without repeating any."""
    return tuple(dict.fromkeys(_sentence(fault) for fault in error.errors()))


def _sentence(fault: Any) -> str:
    where = ".".join(shown(part) for part in fault["loc"] if not str(part).startswith("literal"))
    kind = fault["type"]
    context = fault.get("ctx", {})
    if kind in _SENTENCES:
        said = _SENTENCES[kind]
    elif kind == "literal_error":
        said = f"“{shown(fault['input'])}” is not known here. Known: {context['expected']}."
    elif kind == "string_too_long":
        said = (
            f"has {len(fault['input']):,} characters. "
            f"A text may have at most {context['max_length']:,}."
        )
    elif kind == "too_long":
        said = (
            f"has {context['actual_length']} entries. There may be at most {context['max_length']}."
        )
    else:
        said = f"{fault['msg']}."
    return f"{where}: {said}" if where else said
