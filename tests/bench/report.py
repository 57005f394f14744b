"""What was measured, as a table and as ``docs/bench.md``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

REPORT = ROOT / "docs" / "bench.md"
BARE_PAGE = "bare page"


class Result(NamedTuple):
    """One thing measured, beside its bare counterpart, both in ``unit``."""

    what: str
    ours: float
    bare: float
    unit: str
    goal: str = ""
    """The most that we want: a ratio with ×, or a time. Nothing fails by it."""

    beside: str = BARE_PAGE


class Part(NamedTuple):
    """What one part of the bench found."""

    title: str
    results: tuple[Result, ...]
    notes: tuple[str, ...]
    """How it was measured, and what else was seen."""


def table(results: Iterable[Result]) -> Iterator[str]:
    """The lines of a Markdown table."""
    yield "| What | Ours | Beside | Bare | Ratio | Goal |"
    yield "| --- | ---: | --- | ---: | ---: | --- |"
    for result in results:
        yield (
            f"| {result.what} | {result.ours:,.1f} {result.unit} | {result.beside} "
            f"| {result.bare:,.1f} {result.unit} | {result.ours / result.bare:.2f} "
            f"| {result.goal} |"
        )


def lines(part: Part) -> Iterator[str]:
    """One part as Markdown."""
    yield f"## {part.title}"
    yield ""
    yield from table(part.results)
    yield ""
    yield from (f"- {note}" for note in part.notes)


def write(parts: Iterable[Part], on: date, command: str) -> Path:
    """Write ``docs/bench.md`` and return its path.

    Args:
        parts: What was found.
        on: The day it was measured.
        command: What was run.
    """
    found = "\n\n".join("\n".join(lines(part)) for part in parts)
    text = _OPENING.format(date=on.isoformat(), cores=os.cpu_count(), command=command)
    REPORT.write_text(f"{text}\n{found}\n", encoding="utf-8")
    return REPORT


_OPENING = """# Speed and memory, beside a bare page

Measured on {date}, on a machine with {cores} cores, by `{command}`.

- Read the ratios: the figures belong to one machine and one moment. No test asserts any of them.
- The bare page is one line, `st.write("Hello")`, with the same settings, measured in the same run.
- A goal is the most that we want: with × for the ratio, else for our own figure.
- A *visitor* without a browser speaks Streamlit's own websocket protocol and does what a browser
  does: it sends the state of every widget, says which large messages it still has, and brings the
  answers of `aid.answers.example.example_answers` along as a tab does after a reload.
"""
