"""How fast sheets are made, beside Typst alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any
from unittest.mock import patch

import typst

from aid.answers.example import example_answers
from aid.catalogue.catalogue import Catalogue
from aid.papers.sheet.content import build_sheet
from aid.papers.sheet.pdf import sheet_pdf
from tests.bench.report import Part, Result
from tests.bench.setting import Setting

_ROUNDS = 3
_SHEETS = 12
_THREADS = (1, 2)
_BESIDE = "bare Typst"

_Make = Callable[[], object]


def measure(setting: Setting) -> Part:
    """Make sheets, and let Typst alone set the same template, with one thread and with two."""
    catalogue = setting.catalogue
    _sheet(catalogue, "The first one also loads the fonts.")
    makes, bare_makes = _makes(catalogue, "processor time")
    cost, bare_cost = min(map(_cpu_ms, makes)), min(map(_cpu_ms, bare_makes))
    results = [Result("Processor time for one sheet", cost, bare_cost, "ms", "1.3 ×", _BESIDE)]
    for threads in _THREADS:
        ours: list[float] = []
        bare: list[float] = []
        for number in range(_ROUNDS):
            makes, bare_makes = _makes(catalogue, f"{threads} threads, round {number}")
            ours.append(_per_second(makes, threads))
            bare.append(_per_second(bare_makes, threads))
        what = f"Sheets each second, {threads} thread{'s' if threads > 1 else ''}"
        results.append(Result(what, max(ours), max(bare), "/s", "", _BESIDE))
    return Part("Sheets", tuple(results), (_NOTE,))


_NOTE = (
    "From the answers to the finished PDF, beside Typst alone with the same template and the same "
    "kind of data; nothing of Streamlit is in it. No two sheets are the same, because Typst "
    f"remembers what it has set. The best of {_ROUNDS} rounds of {_SHEETS} sheets each, in turn. "
    "For sheets each second more is better, so a ratio below 1 is what we add."
)


def _makes(catalogue: Catalogue, name: str) -> tuple[list[_Make], list[_Make]]:
    """Ways to make some sheets that nobody has made before, whole and by Typst alone."""
    return (
        [partial(_sheet, catalogue, f"Whole, {name}, {number}.") for number in range(_SHEETS)],
        [_bare(catalogue, f"Bare, {name}, {number}.") for number in range(_SHEETS)],
    )


def _sheet(catalogue: Catalogue, notes: str) -> bytes:
    answers = example_answers().with_values(notes=notes)
    sheet = build_sheet(catalogue, answers, catalogue.content_version)
    return sheet_pdf(catalogue, sheet)


class _CaughtError(Exception):
    """Ends the making of a sheet at the moment at which Typst is called."""


def _bare(catalogue: Catalogue, notes: str) -> _Make:
    """The call of Typst that a sheet with these notes would make."""
    with patch.object(typst, "compile", side_effect=_CaughtError) as called, suppress(_CaughtError):
        _sheet(catalogue, notes)
    positional: tuple[Any, ...] = called.call_args.args
    return partial(typst.compile, *positional, **called.call_args.kwargs)


def _cpu_ms(make: _Make) -> float:
    before = time.process_time()
    make()
    return (time.process_time() - before) * 1000


def _per_second(makes: Sequence[_Make], threads: int) -> float:
    start = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        for made in [pool.submit(make) for make in makes]:
            made.result()
    return len(makes) / (time.perf_counter() - start)
