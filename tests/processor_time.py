"""A pytest plugin that names tests to mark as slow: those that take long and are not marked.

It measures processor time (this process and the programs that a test waits for), which hardly
depends on what else the machine does. It reports and never fails: no test depends on speed.
"""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

MOST_SECONDS = 1.0
"""What a test may take before it belongs to the slow ones, which ``make check`` leaves out."""

_KEY = "processor seconds"
_found: dict[str, float] = {}


def _seconds() -> float:
    return sum(os.times()[:4])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Note what the test itself took; its fixtures are shared and do not count."""
    start = _seconds()
    try:
        return (yield)
    finally:
        if not (item.get_closest_marker("slow") or item.get_closest_marker("browser")):
            item.user_properties.append((_KEY, _seconds() - start))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Collect the long ones; with several workers this runs in the process that reports."""
    taken = dict(report.user_properties).get(_KEY) if report.when == "call" else None
    if isinstance(taken, float) and taken > MOST_SECONDS:
        _found[report.nodeid] = taken


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List them at the end, the longest first."""
    if _found:
        title = f"mark these as slow: more than {MOST_SECONDS:g} s of processor time"
        terminalreporter.section(title)
        for test, taken in sorted(_found.items(), key=lambda item: -item[1]):
            terminalreporter.line(f"{taken:5.1f} s  {test}")
