"""What the exhaustive tests share: every set, made-up readers, and how many combinations they ran.

As a pytest plugin it ends the report with the counts that the tests recorded.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, combinations
from typing import Any, TypeVar

import pytest
from hypothesis import strategies as st

from aid.answers.model import Answers
from aid.catalogue.answer_fields import ANSWERS, AnswerField
from aid.catalogue.ids import EXCLUSIVE

COMBINATIONS = "combinations"
"""Name of the property that a test records: how many combinations of what it ran."""

_T = TypeVar("_T")


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
    """Anything a person may type, line breaks and unusual characters included."""
    return st.text(max_size=40)


def _ticks(ids: Sequence[str]) -> st.SearchStrategy[list[str]]:
    """Several answers in any order, or one of the exclusive ones."""
    several = st.lists(
        st.sampled_from([item for item in ids if item not in EXCLUSIVE]), unique=True
    )
    exclusive = [item for item in ids if item in EXCLUSIVE]
    return several | st.sampled_from(exclusive).map(lambda item: [item]) if exclusive else several


def _values(field: AnswerField, text: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Any value of one answer that the rules allow, whatever the other answers are."""
    if field.kind == "one":
        return st.none() | st.sampled_from(field.choices)
    if field.kind == "text":
        return text
    if field.kind == "texts":
        return st.lists(text, max_size=field.most)
    return _ticks(field.choices).map(lambda ids: ids[: field.most])


@st.composite
def readers(draw: st.DrawFn, question_ids: Collection[str], *, words: bool = True) -> Answers:
    """Any answers that the rules allow; without ``words``, all that needs no typing."""
    text = own_words() if words else st.just("")
    values: dict[str, Any] = {
        field.name: draw(_values(field, text))
        for field in ANSWERS.values()
        if field.kind != "ranked" and (words or field.kind != "texts")
    }
    if values["concerns"]:
        values["top_concerns"] = draw(
            st.lists(
                st.sampled_from(values["concerns"]),
                unique=True,
                max_size=ANSWERS["top-concerns"].most,
            )
        )
    values["kept_questions"] = draw(
        st.none() | st.lists(st.sampled_from(list(question_ids)), unique=True, max_size=14)
    )
    return Answers.model_validate(values)
