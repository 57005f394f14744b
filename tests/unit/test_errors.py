"""What a problem in the content is, and how it is written."""

from __future__ import annotations

import pytest

from aid.errors import MOST_CHARACTERS, ContentError, Place, Problem


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("quiz.toml", "", "the file is missing"), "content/quiz.toml: the file is missing"),
        (Problem("a/b.toml", "tip[x]", "must cite"), "content/a/b.toml: tip[x]: must cite"),
        (Problem("a.toml", "k\ney", "\x1b[1m\ud800"), "content/a.toml: k\ufffdey: \ufffd[1m\ufffd"),
    ],
)
def test_a_problem_is_written_as_one_line(problem: Problem, line: str) -> None:
    assert str(problem) == line


def test_a_long_problem_is_cut() -> None:
    line = str(Problem("a.toml", "x" * 5000, "too long"))
    assert len(line) == MOST_CHARACTERS + 1
    assert line.endswith("x…")
    fits = "x" * (MOST_CHARACTERS - len("content/a.toml: "))
    assert str(Problem("a.toml", "", fits)) == f"content/a.toml: {fits}"


def test_a_place_leads_to_what_is_inside_it() -> None:
    file = Place("en/tips.toml")
    assert file.problem("wrong") == Problem("en/tips.toml", "", "wrong")
    assert file.at("tip[x]", "claims") == file.at("tip[x]").at("claims")
    assert file.at("tip[x]", "claims").problem("wrong") == Problem(
        "en/tips.toml", "tip[x]: claims", "wrong"
    )


def test_an_error_says_its_problems_one_a_line() -> None:
    problems = (Problem("a.toml", "", "wrong"), Problem("b.toml", "k", "wrong too"))
    error = ContentError(problems)
    assert error.problems == problems
    assert str(error) == "content/a.toml: wrong\ncontent/b.toml: k: wrong too"
