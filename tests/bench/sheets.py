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

from aid.answers import example_answers
from aid.catalogue import Catalogue
from aid.sheet import build_sheet
from aid.sheet_pdf import sheet_pdf
from tests.bench.report import Part, Result
from tests.bench.setting import Setting

_SHEETS = 30
_THREADS = (1, 2)
_BESIDE = "bare Typst"

_Make = Callable[[], object]


def measure(setting: Setting) -> Part:
    """Make sheets, and let Typst alone set the same template, with one thread and with two."""
    _sheet(setting.catalogue, "The first one also loads the fonts.")
    results = []
    for threads in _THREADS:
        ours = [
            partial(_sheet, setting.catalogue, f"Whole, {threads} threads, number {number}.")
            for number in range(_SHEETS)
        ]
        bare = [
            _bare(setting.catalogue, f"Bare, {threads} threads, number {number}.")
            for number in range(_SHEETS)
        ]
        if threads == 1:
            cost, bare_cost = (min(map(_cpu_ms, makes[: _SHEETS // 2])) for makes in (ours, bare))
            what = "Processor time for one sheet"
            results.append(Result(what, cost, bare_cost, "ms", "", _BESIDE))
            ours, bare = ours[_SHEETS // 2 :], bare[_SHEETS // 2 :]
        what = "Sheets each second, one thread" if threads == 1 else f"The same, {threads} threads"
        rate, bare_rate = _per_second(ours, threads), _per_second(bare, threads)
        results.append(Result(what, rate, bare_rate, "/s", "", _BESIDE))
    return Part(
        "Sheets",
        tuple(results),
        (
            "From the answers to the finished PDF, beside Typst alone with the same template and "
            "the same kind of data. No two sheets are the same: Typst remembers what it has set. "
            "Nothing of Streamlit is in it. For sheets each second more is better, so the ratio "
            "is below 1.",
        ),
    )


def _sheet(catalogue: Catalogue, notes: str) -> bytes:
    answers = example_answers().with_values(notes=notes)
    sheet = build_sheet(catalogue, answers, catalogue.manifest.content_version)
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
