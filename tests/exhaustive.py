"""What the exhaustive tests share: every set, made-up readers, and how many combinations they ran.

As a pytest plugin it ends the report with the counts that the tests recorded.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, combinations
from typing import Any, TypeVar, get_args

import pytest
from hypothesis import strategies as st

from aid.answers.model import Answers
from aid.catalogue.ids import (
    CONCERN_IDS,
    DOWNTIME_IDS,
    HEALTH_IDS,
    METHOD_IDS,
    NEED_IDS,
    SHAPE_IDS,
    VISITS_IDS,
    BodyPlaceId,
    CauseId,
    HowLongId,
    ShapeSourceId,
)

COMBINATIONS = "combinations"
"""Name of the property that a test records: how many combinations of what it ran."""

_T = TypeVar("_T")
_ALONE = ("none-of-these", "rather-not-say")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the exhaustive tests ran, once for each test."""
    found = [
        (report.nodeid, value)
        for report in terminalreporter.stats.get("passed", [])
        for name, value in report.user_properties
        if name == COMBINATIONS
    ]
    if found:
        terminalreporter.section("combinations run")
        for _, value in sorted(found):
            terminalreporter.write_line(str(value))


def subsets(items: Sequence[_T], at_most: int | None = None) -> Iterator[tuple[_T, ...]]:
    """Every set of some items, the smallest first, each in the order of the items."""
    most = len(items) if at_most is None else at_most
    return chain.from_iterable(combinations(items, size) for size in range(most + 1))


def made_of(text: str, pieces: Iterable[str]) -> bool:
    """Whether a text is nothing but whole pieces, put together with spaces, commas and brackets."""
    whole = frozenset(pieces)
    ends = {0}
    seen = set(ends)
    while ends:
        start = ends.pop()
        for end in range(start + 1, len(text) + 1):
            if text[start:end] not in whole:
                continue
            if text[end:] in ("", ")"):
                return True
            for joint in (" ", ", ", " ("):
                after = end + len(joint)
                if text.startswith(joint, end) and after not in seen:
                    seen.add(after)
                    ends.add(after)
    return False


def own_words() -> st.SearchStrategy[str]:
    """Anything a person may type, line breaks and unusual signs included."""
    return st.text(max_size=40)


def _ticks(ids: Sequence[str]) -> st.SearchStrategy[list[str]]:
    """Several answers in any order, or one of those that stand alone."""
    several = st.lists(st.sampled_from([item for item in ids if item not in _ALONE]), unique=True)
    alone = [item for item in ids if item in _ALONE]
    return several | st.sampled_from(alone).map(lambda item: [item]) if alone else several


def _choice(ids: Sequence[str]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(ids)


@st.composite
def readers(draw: st.DrawFn, question_ids: Collection[str], *, words: bool = True) -> Answers:
    """Any answers that the rules allow; without ``words``, all that needs no typing."""
    text = own_words() if words else st.just("")
    concerns = draw(_ticks(CONCERN_IDS))
    top: list[str] = []
    if concerns:
        top = draw(st.lists(st.sampled_from(concerns), unique=True, max_size=3))
    values: dict[str, Any] = {
        "scar_shapes": draw(_ticks(SHAPE_IDS)),
        "shape_source": draw(_choice(get_args(ShapeSourceId))),
        "causes": draw(_ticks(get_args(CauseId))),
        "body_places": draw(_ticks(get_args(BodyPlaceId))),
        "how_long": draw(_choice(get_args(HowLongId))),
        "downtime": draw(_choice(DOWNTIME_IDS)),
        "visits": draw(_choice(VISITS_IDS)),
        "dates": draw(text),
        "concerns": concerns,
        "top_concerns": top,
        "concern_words": draw(text),
        "hopes": draw(text),
        "health": draw(_ticks(HEALTH_IDS)),
        "earlier_procedures": draw(text),
        "health_on_sheet": draw(_ticks(HEALTH_IDS)),
        "compare_methods": draw(_ticks(METHOD_IDS).map(lambda ids: ids[:3])),
        "sheet_methods": draw(_ticks(METHOD_IDS)),
        "leaning": draw(_ticks((*METHOD_IDS, "not-sure"))),
        "needs": draw(_ticks(NEED_IDS)),
        "kept_questions": draw(
            st.none() | st.lists(st.sampled_from(list(question_ids)), unique=True, max_size=14)
        ),
        "own_questions": draw(st.lists(text, max_size=12 if words else 0)),
        "next_steps": draw(text),
        "notes": draw(text),
    }
    return Answers.model_validate(values)
