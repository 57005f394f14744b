"""The command line where no file system can be written to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from aid.answers.example import example_answers
from aid.answers.file import answers_json
from tests.conftest import ROOT

pytestmark = pytest.mark.slow


def run(read_only: tuple[str, ...], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*read_only, sys.executable, "-m", "aid", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_prints_works(read_only: tuple[str, ...], tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(answers_json(example_answers(), "2026-11-22"), encoding="utf-8")
    for command in (["check", "--due"], ["compare", str(answers), "--json"]):
        done = run(read_only, *command)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout


def test_what_writes_a_file_says_in_one_sentence_that_it_cannot(
    read_only: tuple[str, ...], tmp_path: Path
) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(answers_json(example_answers(), "2026-11-22"), encoding="utf-8")
    for command in (
        ["sheet", str(answers), "-o", str(tmp_path / "sheet.txt")],
        ["method", "subcision", "-o", str(tmp_path / "method.txt")],
        ["schemas"],
        ["readability"],
    ):
        done = run(read_only, *command)
        assert done.returncode == 2, command
        assert done.stderr.count("\n") == 1, done.stderr
        assert "cannot be written: Read-only file system." in done.stderr
    assert list(tmp_path.iterdir()) == [answers]
