"""Every way in which content can be broken is found and reported: the file, the key, what is wrong.

Each file in ``broken/`` says what to change in the content that we ship, and exactly which problems
must then be reported. A change is one of: ``to`` (a new value), ``add`` (one more entry of a list),
``delete``, ``last`` (moved to the end). ``at`` leads there by keys, ids of entries and positions;
``"*"`` is every entry; an empty path is the file itself. The changes are made up so that they hold
whatever the real content says. ``{any method}`` stands for the list of all methods.
"""

from __future__ import annotations

import ast
import inspect
import re
import shutil
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from aid.catalogue import (
    comparisons,
    doctor_questions,
    editorial,
    gaps,
    methods,
    questionnaire,
)
from aid.catalogue import load as content
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.files import LANGUAGE, Raw
from aid.catalogue.ids import METHOD_IDS
from aid.catalogue.load import CHANGES_FILE, build_catalogue, load_catalogue, read_files
from aid.catalogue.registry import SLOTS
from aid.checks import (
    CHECKS,
    EDITORIAL_CHECKS,
    Check,
    checked,
    problems_of,
)
from aid.errors import ContentError, Problem
from aid.formatting.review_date import due, review_due_on
from tests.content.kept_entries import entries_kept
from tests.content_files import real_files

FIXTURES = sorted((Path(__file__).parent / "broken").glob("*.toml"))
CHECK_FIXTURES = [path for path in FIXTURES if not path.stem.startswith("shape--")]
ALL_CHECKS = (*CHECKS, *EDITORIAL_CHECKS)
CHANGES = {"to", "add", "delete", "last"}


@pytest.fixture(scope="module")
def raw() -> Raw:
    """The real content files, parsed once; a fixture changes a copy."""
    return real_files()


@pytest.fixture(scope="module", autouse=True)
def entries_that_no_fixture_changes(raw: Raw) -> Iterator[None]:
    """Most entries are the same for every fixture, and are made once."""
    with entries_kept(raw):
        yield


@cache
def fixture_of(path: Path) -> dict[str, Any]:
    *first, last = (f"'{method_id}'" for method_id in METHOD_IDS)
    text = path.read_text(encoding="utf-8")
    return tomllib.loads(text.replace("{any method}", f"{', '.join(first)} or {last}"))


def edited(raw: Raw, edits: list[dict[str, Any]]) -> Raw:
    """A copy of the content files with some changes."""
    files = dict(raw)
    for edit in edits:
        (change,) = CHANGES & set(edit)
        assert set(edit) == {"file", "at", change}, edit
        name, at = edit["file"], edit["at"]
        before = files.get(name)
        if name in files:
            files[name] = deepcopy(files[name])
        for holder, key in list(places(files, [name, *at])):
            _change(holder, key, change, deepcopy(edit[change]))
        assert files.get(name) != before or change == "last", f"{edit} changes nothing"
    return files


def places(value: Any, at: list[Any]) -> Iterator[tuple[Any, Any]]:
    """What holds the place that a path leads to, with the place's own key in it."""
    step, *rest = at
    for key in _keys(value, step):
        if rest:
            yield from places(value[key], rest)
        else:
            yield value, key


def _keys(value: Any, step: Any) -> list[Any]:
    if isinstance(value, list) and step == "*":
        return list(range(len(value)))
    if isinstance(value, list) and isinstance(step, str):
        found = [at for at, entry in enumerate(value) if entry["id"] == step]
        assert len(found) == 1, f"{step} is there {len(found)} times"
        return found
    return [step]


def _change(holder: Any, key: Any, change: str, value: Any) -> None:
    if change == "to":
        holder[key] = value
    elif change == "add":
        holder[key].append(value)
    else:
        gone = holder.pop(key)
        if change == "last" and isinstance(holder, list):
            holder.append(gone)
        elif change == "last":
            holder[key] = gone


def problems(raw: Raw, checks: tuple[Check, ...] = ALL_CHECKS) -> list[str]:
    """What is reported about some content files; nothing when they are sound."""
    try:
        checked(build_catalogue(raw), checks)
    except ContentError as error:
        return sorted(map(str, error.problems))
    return []


def test_the_content_that_the_fixtures_start_from_is_sound(raw: Raw) -> None:
    assert problems(raw) == []


def check_of(path: Path) -> str:
    """The check that a fixture is for, or ``shape``: then no check is reached."""
    return path.stem.split("--")[0]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_what_is_broken_is_told_by_its_own_check(raw: Raw, path: Path) -> None:
    fixture = fixture_of(path)
    own = tuple(check for check in ALL_CHECKS if check.__name__ == check_of(path))
    told = problems(edited(raw, fixture["edit"]), own)
    if own:  # another check may tell more
        assert bool(told) == bool(fixture["problems"])
        assert set(told) <= set(fixture["problems"])
    else:
        assert told == sorted(fixture["problems"])


@pytest.mark.slow  # together: every check reads all texts for each fixture
@pytest.mark.parametrize("path", CHECK_FIXTURES, ids=lambda path: path.stem)
def test_exactly_what_is_broken_is_told_and_the_other_checks_are_quiet(
    raw: Raw, path: Path
) -> None:
    fixture = fixture_of(path)
    assert problems(edited(raw, fixture["edit"])) == sorted(fixture["problems"])


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_a_fixture_says_why_and_every_problem_names_its_file(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")
    for problem in fixture_of(path)["problems"]:
        assert re.match(r"content/[\w/.-]+: .+", problem), problem


# Every message that can be reported has a fixture.


def test_every_check_has_a_fixture() -> None:
    shown = {check_of(path) for path in FIXTURES}
    assert shown == {
        "shape",
        *(check.__name__ for check in ALL_CHECKS),
    }


def pattern_of(node: ast.expr) -> str | None:
    """A pattern for the texts that an expression can make; nothing where it makes no text.

    Of a problem, this is its message.
    """
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(pattern_of(part) or "(.*)" for part in node.values)
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".problem", "Problem")):
        return pattern_of(node.args[-1])
    return None


def messages_in(module: ModuleType) -> dict[int, str]:
    """Patterns of all that a module can tell, by line: texts it yields, raises or appends."""
    found: dict[int, str] = {}
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        message: ast.expr | None = None
        if isinstance(node, ast.Yield):
            message = node.value
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "Problem":
            message = node
        elif isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            message = node.exc.args[0]
        pattern = pattern_of(message) if message is not None else None
        if message is not None and pattern is not None:
            found[message.lineno] = pattern
    return found


REPORTED_WITHOUT_A_FIXTURE = (
    "content/en/questions.toml: there must be at least 45 questions",
    "content/quiz.toml: cannot be read as TOML: ",
    "content/drawings/shape-boxcar.svg: cannot be read: ",
)
"""Shown by tests of their own, below."""

CHECK_MODULES = sorted(
    {module for check in ALL_CHECKS if (module := inspect.getmodule(check))},
    key=lambda module: module.__name__,
)
"""Where the checks are: one module for each thing that is checked."""


def test_every_module_of_checks_is_looked_at() -> None:
    """A module that tells problems has a check that is run."""
    folder = Path(inspect.getfile(problems_of)).parent
    looked_at = {Path(inspect.getfile(module)).stem for module in CHECK_MODULES}
    rules = {path.stem for path in folder.glob("*.py")} - {"__init__", "places"}
    editorial = {path.stem for path in (folder / "editorial").glob("*.py")}
    assert rules <= looked_at <= rules | editorial


@pytest.mark.parametrize(
    ("module", "at_least"),
    [
        *((module, 2) for module in CHECK_MODULES),
        (methods, 8),
        (questionnaire, 3),
        (doctor_questions, 2),
        (comparisons, 1),
        (editorial, 1),
        (gaps, 1),
        (content, 7),
    ],
)
def test_every_problem_that_can_be_told_has_a_fixture(module: ModuleType, at_least: int) -> None:
    shown = [problem for path in FIXTURES for problem in fixture_of(path)["problems"]]
    shown += REPORTED_WITHOUT_A_FIXTURE
    messages = messages_in(module)
    assert len(messages) >= at_least
    for line, pattern in messages.items():
        assert any(re.search(f"{pattern}$", problem) for problem in shown), (line, pattern)


def test_fewer_than_45_questions_are_told(catalogue: Catalogue) -> None:
    shared = replace(catalogue, method_questions=())
    enough = replace(shared, shared_questions=catalogue.shared_questions[:45])
    too_few = replace(shared, shared_questions=catalogue.shared_questions[:44])
    message = Problem("en/questions.toml", "", "there must be at least 45 questions")
    assert message not in problems_of(enough)
    assert message in problems_of(too_few)


# Everything is reported at once.


def test_problems_in_different_files_are_told_together(raw: Raw) -> None:
    broken = edited(
        raw,
        [
            {"file": "en/sheet.toml", "at": ["title"], "delete": True},
            {"file": "en/interface.toml", "at": ["service", "back"], "to": 5},
            {"file": "en/health.toml", "at": ["health", "smoking", "why"], "delete": True},
            {"file": "en/methods/subcision.toml", "at": ["id"], "to": "tca-cross"},
        ],
    )
    assert problems(broken) == [
        "content/en/health.toml: health[smoking]: group, why, tell and fill-in are needed",
        "content/en/interface.toml: service.back: Input should be a valid string",
        "content/en/methods/subcision.toml: id: must be the file's name, subcision",
        "content/en/sheet.toml: title: Field required",
    ]


def test_problems_of_different_checks_are_told_together(raw: Raw) -> None:
    broken = edited(
        raw,
        [
            {"file": "en/concerns.toml", "at": ["concern", "cost", "facts"], "to": []},
            {"file": "en/pages.toml", "at": ["page", "quiz"], "delete": True},
            {"file": "en/quiz.toml", "at": ["statement", "*", "answer"], "to": "false"},
        ],
    )
    assert problems(broken) == [
        "content/en/concerns.toml: concern[cost]: facts: it must mark at least one row",
        "content/en/pages.toml: quiz: is missing",
        "content/en/quiz.toml: statement: some must be true and some false",
    ]


def test_files_that_cannot_be_read_are_all_named(tmp_path: Path) -> None:
    (tmp_path / "en" / "methods").mkdir(parents=True)
    (tmp_path / "drawings").mkdir()
    (tmp_path / "drawings" / "shape-boxcar.svg").write_bytes(b"<svg>\xff</svg>")
    (tmp_path / "quiz.toml").write_text("[[statement]\nid = 1\n")
    (tmp_path / "en" / "tips.toml").write_bytes(b'title = "\xff"\n')
    (tmp_path / "en" / "methods" / "subcision.toml").write_text('id = "a"\nid = "b"\n')
    (tmp_path / "sources.toml").write_text("")
    (tmp_path / "readme.txt").write_text("Not content.")
    with pytest.raises(ContentError) as caught:
        read_files(tmp_path)
    said = [str(problem).split(": ")[:2] for problem in caught.value.problems]
    assert said == [
        ["content/en/methods/subcision.toml", "cannot be read as TOML"],
        ["content/en/tips.toml", "cannot be read as TOML"],
        ["content/quiz.toml", "cannot be read as TOML"],
        ["content/drawings/shape-boxcar.svg", "cannot be read"],
    ]
    assert all("\n" not in str(problem) for problem in caught.value.problems)


def test_an_empty_folder_names_every_missing_file_once(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load_catalogue(tmp_path)
    problems = caught.value.problems
    wanted = {slot.file.of(LANGUAGE) for slot in SLOTS if not slot.file.is_folder}
    wanted.add(CHANGES_FILE)
    assert {problem.message for problem in problems} == {"the file is missing"}
    assert sorted(problem.file for problem in problems) == sorted(wanted)


def test_content_read_from_another_folder_is_the_same(raw: Raw, tmp_path: Path) -> None:
    """The content may be anywhere: a host can test a copy before using it."""
    shutil.copytree(content.CONTENT_FOLDER, tmp_path / "copy")
    assert read_files(tmp_path / "copy") == raw


# When a review is due.


@pytest.mark.parametrize(
    ("version", "months", "on"),
    [
        ("2026-11-22", 12, "2027-12-01"),
        ("2026-11-30", 1, "2027-01-01"),
        ("2026-12-31", 1, "2027-02-01"),
        ("2026-01-01", 24, "2028-02-01"),
        ("2026-02-28", 10, "2027-01-01"),
        ("2026-06-15", 6, "2027-01-01"),
    ],
)
def test_a_review_is_due_after_whole_months(
    catalogue: Catalogue, version: str, months: int, on: str
) -> None:
    manifest = catalogue.manifest.model_copy(update={"review_every_months": months})
    dated = replace(catalogue, manifest=manifest, content_version=date.fromisoformat(version))
    assert review_due_on(dated) == date.fromisoformat(on)
    assert due(dated, date.fromisoformat(on).replace(day=1)) == (
        f"The content of {version} was due for review on {on}.",
    )
    assert due(dated, date.fromisoformat(version)) == ()
