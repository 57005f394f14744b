"""Every test; a browser test that fails among the others is run once more alone, and both are told.

``python -m tests.everything`` takes the options of pytest. Where at most a few browser tests fail
and nothing else does, each runs a second time by itself, after all others have ended. What came of
it is printed last and kept in ``test-artefacts/failed-in-the-crowd.txt``. A test that fails again
fails the run. One that passes alone does not, and is a fault to mend all the same (decision 20).
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ARTEFACTS = ROOT / "test-artefacts"
RECORD = ARTEFACTS / "failed-in-the-crowd.txt"

MOST = 3
"""More failed browser tests than these are no accident of a busy machine."""

_PASSED = "failed in the crowd, passed alone (a fault to mend): {}"
_FAILED = "failed in the crowd, failed alone: {}"


class Failures:
    """A pytest plugin that notes which tests failed, and whether all of them are browser tests."""

    def __init__(self) -> None:
        self.tests: list[str] = []
        self.only_browser = True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a failed test; with several workers this runs in the process that reports."""
        if report.failed and report.nodeid not in self.tests:
            self.tests.append(report.nodeid)
        if report.failed and "browser" not in report.keywords:
            self.only_browser = False

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a file that cannot be read: nothing of it has run."""
        if report.failed:
            self.only_browser = False

    @property
    def may_run_alone(self) -> bool:
        """Whether they are few enough, and of the one kind, to be run once more."""
        return self.only_browser and 0 < len(self.tests) <= MOST


def passes_alone(test: str) -> bool:
    """Run one test in a process of its own, with nothing beside it; its report is printed."""
    # Each needs a folder of its own for its pictures: pytest-playwright empties it first.
    pictures = ARTEFACTS / "failed-alone" / re.sub(r"\W+", "-", test)
    command = [sys.executable, "-m", "pytest", "-n", "0", f"--output={pictures}", test]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def told(tests: Sequence[str], alone: Callable[[str], bool]) -> tuple[list[str], bool]:
    """What is said of each failed test after its second run, and whether all of them passed."""
    passed = {test: alone(test) for test in tests}
    lines = [(_PASSED if passed[test] else _FAILED).format(test) for test in tests]
    return lines, all(passed.values())


def main(options: Sequence[str]) -> int:
    """Run every test.

    Returns:
        The exit status of pytest; 0 also where all that failed were a few browser tests, each of
        which passed alone.
    """
    RECORD.unlink(missing_ok=True)
    failures = Failures()
    status = pytest.main([*options], plugins=[failures])
    if status != pytest.ExitCode.TESTS_FAILED or not failures.may_run_alone:
        return int(status)
    lines, all_passed = told(failures.tests, passes_alone)
    ARTEFACTS.mkdir(exist_ok=True)
    RECORD.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print("", *lines, f"(kept in {RECORD.relative_to(ROOT)})", sep="\n")
    return 0 if all_passed else int(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
