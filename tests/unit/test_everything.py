"""A browser test that fails in the crowd runs once more alone, and what came of it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests import everything
from tests.everything import MOST, Failures

BROWSER = {"browser": 1, "chromium": 1}


def report_of(test: str, outcome: str, keywords: dict[str, int]) -> pytest.TestReport:
    place = ("tests/browser/test_x.py", 1, test)
    return pytest.TestReport(test, place, keywords, outcome, None, "call")  # type: ignore[arg-type]


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[[Iterable[pytest.TestReport], set[str]], int]:
    """A whole run that gives some reports, after which some tests pass when they run alone."""
    monkeypatch.setattr(everything, "ROOT", tmp_path)
    monkeypatch.setattr(everything, "ARTEFACTS", tmp_path / "artefacts")
    monkeypatch.setattr(everything, "RECORD", tmp_path / "artefacts" / "record.txt")

    def run(reports: Iterable[pytest.TestReport], passing: set[str]) -> int:
        def main(_: list[str], plugins: list[Failures]) -> pytest.ExitCode:
            for report in reports:
                plugins[0].pytest_runtest_logreport(report)
            failed = any(report.failed for report in reports)
            return pytest.ExitCode.TESTS_FAILED if failed else pytest.ExitCode.OK

        monkeypatch.setattr(pytest, "main", main)
        monkeypatch.setattr(everything, "passes_alone", lambda test: test in passing)
        return everything.main([])

    return run


def record() -> str:
    return everything.RECORD.read_text("utf-8") if everything.RECORD.exists() else ""


def test_where_all_pass_nothing_is_told(run, capsys):
    assert run([report_of("a", "passed", BROWSER)], set()) == 0
    assert (record(), capsys.readouterr().out) == ("", "")


def test_one_that_passes_alone_is_told_and_fails_no_run(run, capsys):
    assert run([report_of("a", "failed", BROWSER), report_of("b", "passed", {})], {"a"}) == 0
    assert record() == "failed in the crowd, passed alone (a fault to mend): a\n"
    assert record() in capsys.readouterr().out


def test_one_that_fails_again_fails_the_run_and_both_are_told(run, capsys):
    assert run([report_of(name, "failed", BROWSER) for name in "ab"], {"a"}) == 1
    assert record() == (
        "failed in the crowd, passed alone (a fault to mend): a\n"
        "failed in the crowd, failed alone: b\n"
    )
    assert record() in capsys.readouterr().out


def test_a_test_that_fails_and_cannot_be_taken_down_counts_once(run):
    assert run([report_of("a", "failed", BROWSER)] * 2, {"a"}) == 0
    assert len(record().splitlines()) == 1


def test_more_failures_than_a_busy_machine_explains_are_not_run_again(run):
    names = [str(number) for number in range(MOST + 1)]
    assert run([report_of(name, "failed", BROWSER) for name in names], set(names)) == 1
    assert record() == ""
    assert run([report_of(name, "failed", BROWSER) for name in names[:MOST]], set(names)) == 0


@pytest.mark.parametrize("other", [{}, {"slow": 1}], ids=["fast", "slow"])
def test_where_any_other_test_fails_nothing_is_run_again(run, other):
    reports = [report_of("a", "failed", BROWSER), report_of("b", "failed", other)]
    assert run(reports, {"a", "b"}) == 1
    assert record() == ""


def test_what_was_told_of_an_earlier_run_goes(run):
    run([report_of("a", "failed", BROWSER)], {"a"})
    assert record()
    run([report_of("a", "passed", BROWSER)], set())
    assert record() == ""


def test_a_file_that_cannot_be_read_is_no_accident():
    failures = Failures()
    failures.pytest_runtest_logreport(report_of("a", "failed", BROWSER))
    assert failures.may_run_alone
    failures.pytest_collectreport(pytest.CollectReport("tests/x.py", "failed", None, None))
    assert not failures.may_run_alone
