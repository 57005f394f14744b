"""Measure, print a small table, and with a date write it to ``docs/bench.md``."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import typst

from aid.answers import FIELD_BY_KEY, example_answers
from aid.catalogue import Catalogue
from aid.content import load_catalogue
from aid.sheet import build_sheet
from aid.sheet_pdf import sheet_pdf
from aid.vocabulary import PageId
from tests.bench.server import Server, serve, write_bare_app
from tests.bench.visitor import Visitor
from tests.conftest import ROOT

REPORT = ROOT / "docs" / "bench.md"
_ROUNDS = 4
_RERUNS = 60
_FIRST_RERUNS = 5
_SHEETS = 15
_STEPS: tuple[PageId, ...] = ("scars", "time", "priorities", "health")
_FORM: PageId = "priorities"


class Result(NamedTuple):
    """One thing measured, in seconds, beside its bare counterpart."""

    what: str
    ours: float
    beside: str
    bare: float


def main(arguments: list[str]) -> int:
    """Measure everything.

    Returns:
        The exit status: 0, or 1 after one sentence where nothing can be measured. No time is
        asserted.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--date", type=date.fromisoformat, help="today, YYYY-MM-DD: also writes docs/bench.md"
    )
    on: date | None = parser.parse_args(arguments).date
    if not Path("/proc/self/stat").exists():
        print("Processor time is read from /proc, which only Linux has.", file=sys.stderr)
        return 1
    catalogue = load_catalogue()
    table = "\n".join(_table([*_app(catalogue), _pdf(catalogue)]))
    print(table)
    if on:
        report = _REPORT.format(
            date=on.isoformat(),
            cores=os.cpu_count(),
            table=table,
            rounds=_ROUNDS,
            reruns=_RERUNS,
            sheets=_SHEETS,
        )
        REPORT.write_text(report, encoding="utf-8")
        print(f"\nWritten to {REPORT.relative_to(ROOT)}")
    return 0


def _app(catalogue: Catalogue) -> Iterator[Result]:
    """Starts and reruns, app and bare page in turn so that both meet the same machine."""
    times: dict[str, list[float]] = {}

    def note(name: str, seconds: float) -> None:
        times.setdefault(name, []).append(seconds)

    with tempfile.TemporaryDirectory() as folder:
        bare_app = write_bare_app(Path(folder))
        for _ in range(_ROUNDS):
            with serve(bare_app) as server, Visitor(server.address) as visitor:
                note("bare start", server.start_seconds)
                visitor.open("")
                note("bare rerun", _rerun_cpu(server, visitor))
            with serve(ROOT / "app.py") as server, Visitor(server.address) as visitor:
                note("start", server.start_seconds)
                _answer(visitor, catalogue)
                visitor.open(_FORM)
                note("form", _rerun_cpu(server, visitor))
                if catalogue.interface.compare.marked not in visitor.open("compare"):
                    raise RuntimeError("the comparison does not know the answers")
                note("compare", _rerun_cpu(server, visitor))
    # The least of all rounds: other work on the machine can only add to a time.
    least = {name: min(found) for name, found in times.items()}
    bare_start, bare_rerun = least["bare start"], least["bare rerun"]
    yield Result("Start until healthy", least["start"], "bare page", bare_start)
    yield Result("Rerun of Compare, with answers", least["compare"], "bare page", bare_rerun)
    yield Result("Rerun of a questionnaire screen", least["form"], "bare page", bare_rerun)


def _answer(visitor: Visitor, catalogue: Catalogue) -> None:
    """Give the example answers, as far as they are ticks and choices."""
    answers = example_answers()
    for step in _STEPS:
        visitor.open(step)
        for question in catalogue.asks:
            value = getattr(answers, FIELD_BY_KEY[question.id])
            if question.step != step or question.kind == "text" or not value:
                continue
            if isinstance(value, tuple):
                for item in value:
                    visitor.answer(f"{question.id}.{item}", value=True)
            else:
                visitor.answer(question.id, catalogue.option_label(question.id, value))


def _rerun_cpu(server: Server, visitor: Visitor) -> float:
    for _ in range(_FIRST_RERUNS):
        visitor.rerun()
    before = server.cpu_seconds()
    for _ in range(_RERUNS):
        visitor.rerun()
    return (server.cpu_seconds() - before) / _RERUNS


def _pdf(catalogue: Catalogue) -> Result:
    """A sheet beside a bare compile of the same template with the same kind of data.

    Each compile gets notes of its own: Typst remembers what it has set before.
    """

    def make(notes: str) -> bytes:
        answers = example_answers().with_values(notes=notes)
        sheet = build_sheet(catalogue, answers, catalogue.manifest.content_version)
        return sheet_pdf(catalogue, sheet)

    make("The first one also loads the fonts.")
    ours, bare = [], []
    for number in range(_SHEETS):
        positional, named = _arguments_for_typst(make, f"Bare, number {number}.")
        bare.append(_cpu(partial(typst.compile, *positional, **named)))
        ours.append(_cpu(partial(make, f"Whole, number {number}.")))
    return Result("One sheet as PDF", min(ours), "bare Typst compile", min(bare))


class _CaughtError(Exception):
    """Ends the making of a sheet at the moment at which Typst is called."""


def _arguments_for_typst(
    make: Callable[[str], bytes], notes: str
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    with patch.object(typst, "compile", side_effect=_CaughtError) as called, suppress(_CaughtError):
        make(notes)
    return called.call_args.args, dict(called.call_args.kwargs)


def _cpu(action: Callable[[], object]) -> float:
    before = time.process_time()
    action()
    return time.process_time() - before


def _table(results: list[Result]) -> Iterator[str]:
    yield "| What | Ours | Beside | Bare | Ratio |"
    yield "| --- | ---: | --- | ---: | ---: |"
    for result in results:
        yield (
            f"| {result.what} | {result.ours * 1000:,.1f} ms | {result.beside} "
            f"| {result.bare * 1000:,.1f} ms | {result.ours / result.bare:.1f} |"
        )


_REPORT = """# Speed, beside a bare page

Measured on {date}, on a machine with {cores} cores, by `make bench DATE={date}`.

{table}

- Read the ratios: the times belong to one machine and one moment. No test asserts any of them. Each
  is the least of several, because other work on the machine can only add to a time.
- The bare page is one line, `st.write("Hello")`, with the same settings. Both were started in turn,
  {rounds} times.
- *Start* is the time on the clock until the server first says that it is healthy.
- *Rerun* is the processor time of the server for one run of the script, asked for over
  Streamlit's own websocket by one visitor: the mean of {reruns} runs in each round. The work of the
  browser is not in it.
- *One sheet* is the processor time from the answers to the finished file. Beside it stands Typst
  alone, with the same template and the same kind of data: {sheets} sheets of each, no two the same.
"""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
