"""However content files are broken, every problem is one line that names its file.

Nothing else may come of it: no error of Python, no page of text, no problem without a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aid.catalogue.files import Raw
from aid.catalogue.load import (
    CONTENT_FOLDER,
    build_catalogue,
    load_catalogue,
    read_files,
)
from aid.checks import checked
from aid.errors import MOST_CHARACTERS, ContentError, Problem
from tests.content_files import real_files

REAL: Raw = real_files()
NAMES = sorted(name for name in REAL if name.endswith(".toml"))
FILLED = [name for name in NAMES if REAL[name]]
Place = tuple[str, tuple[Any, ...]]


def assert_reported(problems: Sequence[Problem]) -> None:
    assert problems
    for problem in map(str, problems):
        assert re.match(r"content/[\w/.-]+: .", problem), problem
        assert problem.isprintable(), problem
        assert len(problem) <= MOST_CHARACTERS + 1, len(problem)
        assert "Traceback" not in problem


def try_reading(folder: Path) -> None:
    try:
        read_files(folder)
    except ContentError as error:
        assert_reported(error.problems)


def assert_refused(folder: Path, name: str) -> None:
    """The folder of content files has one problem: it is about this file."""
    with pytest.raises(ContentError) as caught:
        read_files(folder)
    assert_reported(caught.value.problems)
    (problem,) = caught.value.problems
    assert problem.file == name
    assert problem.message.startswith("cannot be read")


# The bytes of a file.


@pytest.mark.parametrize(
    "data",
    [
        b"[[statement]\n",
        b"title = \n",
        b"title = 'a'\ntitle = 'b'\n",
        b"\x00",
        b"title = '\xe9'\n",
        "title = 'é'\n".encode("utf-16"),
        b"a = " + b"[" * 100_000,
        b"a = " + b"{ b = " * 5_000,
        b"a = " + b"9" * 5_000,
        b"a = 2026-13-45\n",
        b"title = '" + b"a" * 2_000_000,
    ],
    ids=lambda data: repr(data[:20]),
)
def test_a_file_that_cannot_be_read_is_named_in_one_line(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "quiz.toml").write_bytes(data)
    assert_refused(tmp_path, "quiz.toml")


def test_what_is_no_file_is_named_too(tmp_path: Path) -> None:
    (tmp_path / "quiz.toml").mkdir()
    assert_refused(tmp_path, "quiz.toml")
    (tmp_path / "quiz.toml").rmdir()
    (tmp_path / "quiz.toml").symlink_to(tmp_path / "quiz.toml")
    assert_refused(tmp_path, "quiz.toml")
    (tmp_path / "quiz.toml").unlink()
    (tmp_path / "drawings").mkdir()
    (tmp_path / "drawings" / "shape-boxcar.svg").write_bytes(b"\xff")
    assert_refused(tmp_path, "drawings/shape-boxcar.svg")


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_accepted(tmp_path: Path) -> None:
    (tmp_path / "quiz.toml").write_bytes(b"\xef\xbb\xbftitle = 'a'\r\nnext = 1\r\n")
    assert read_files(tmp_path) == {"quiz.toml": {"title": "a", "next": 1}}


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8")))
def test_any_bytes_are_a_file_or_a_problem(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "quiz.toml").write_bytes(data)
    try_reading(tmp_path)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), name=st.sampled_from(NAMES), instead=st.binary(max_size=20))
def test_a_real_file_with_a_few_bytes_changed_is_a_file_or_a_problem(
    tmp_path: Path, data: st.DataObject, name: str, instead: bytes
) -> None:
    content = (CONTENT_FOLDER / name).read_bytes()
    at = data.draw(st.integers(0, len(content)))
    end = at + data.draw(st.integers(0, 40))
    (tmp_path / "quiz.toml").write_bytes(content[:at] + instead + content[end:])
    try_reading(tmp_path)


# What is in a file.

ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 1e308, float("nan"), float("inf"), 10**30),
    *("", " ", "x", "\ud800", "\x00", "a\nb", "\x1b[31m", "a" * 2000, "<b>", "should"),
    *("{", "}", "{x}", "{0}", "{count!r:>9}", "{{}}", "{__class__}"),
    *([], {}, [[]], [None], [{}], [[[[[[]]]]]], {"id": "x"}, {"id": []}, {"id": {}}, ["a", "a"]),
)


def places_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value below a value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in inside:
        yield (*path, key)
        if isinstance(inner, dict | list):
            yield from places_in(inner, (*path, key))


@cache
def places(name: str) -> tuple[tuple[Any, ...], ...]:
    return tuple(places_in(REAL[name]))


@st.composite
def broken(draw: st.DrawFn, name: str, values: st.SearchStrategy[Any]) -> dict[str, Any]:
    """One content file with one change: a key gone, renamed, twice, or with an odd value."""
    content = deepcopy(REAL[name])
    *path, key = draw(st.sampled_from(places(name)))
    holder: Any = content
    for step in path:
        holder = holder[step]
    change = draw(st.sampled_from(["drop", "set", "set", "more"]))
    if change == "drop":
        del holder[key]
    elif change == "set":
        holder[key] = draw(values)
    elif isinstance(holder, list):
        holder.insert(key, deepcopy(holder[key]))
    else:
        holder[draw(st.sampled_from(["x", "", "a\nb", f"{key}-", "\ud800"]))] = holder[key]
    return content


def try_building(raw: Raw) -> None:
    try:
        build_catalogue(raw)
    except ContentError as error:
        assert_reported(error.problems)


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_something_odd_in_every_file_at_once_is_told(data: st.DataObject) -> None:
    """The shape alone: the sense of content is looked at only where its shape is right."""
    odd = st.sampled_from(ODD)
    raw = dict(REAL) | {name: data.draw(broken(name, odd)) for name in FILLED}
    try_building(raw)


@pytest.mark.parametrize("key", ["id", "plain", "claim", "figures"])
def test_a_number_too_long_to_write_is_told(key: str) -> None:
    name = "evidence/subcision.toml"
    content = deepcopy(REAL[name])
    content["claim"][0][key] = 16**90_000
    with pytest.raises(ContentError) as caught:
        build_catalogue({**REAL, name: content})
    assert_reported(caught.value.problems)


def fitting(name: str) -> st.SearchStrategy[Any]:
    """Other values of the same file, and texts, so that the shape is often right."""

    def value(path: tuple[Any, ...]) -> Any:
        found: Any = REAL[name]
        for step in path:
            found = found[step]
        return deepcopy(found)

    return st.sampled_from(places(name)).map(value) | st.sampled_from(ODD) | st.text(max_size=9)


@pytest.mark.slow
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.data(), name=st.sampled_from([n for n in FILLED if not n.startswith("evidence")]))
def test_something_odd_in_one_file_is_told(data: st.DataObject, name: str) -> None:
    try:
        checked(build_catalogue({**REAL, name: data.draw(broken(name, fitting(name)))}))
    except ContentError as error:
        assert_reported(error.problems)


@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(gone=st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
def test_files_that_are_not_there_are_named(gone: list[str]) -> None:
    lost = {
        Problem(name, "", "the file is missing")
        for name in gone
        if not name.startswith(("evidence/", "en/methods/"))
    }
    raw = {name: value for name, value in REAL.items() if name not in gone}
    try:
        build_catalogue(raw)
    except ContentError as error:
        reported = error.problems
        assert_reported(reported)
    else:
        reported = ()
    assert lost <= set(reported)


def test_every_file_empty_is_told(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    with pytest.raises(ContentError) as caught:
        load_catalogue(tmp_path)
    assert_reported(caught.value.problems)
    for name in ("manifest.toml", "en/sheet.toml", "en/methods/subcision.toml"):
        assert any(problem.file == name for problem in caught.value.problems)
