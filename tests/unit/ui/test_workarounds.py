"""The register of workarounds and the files agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aid.ui.browser.tab_script import WORKAROUNDS
from aid.ui.server.streamlit_files import OWN_SCRIPTS
from tests.conftest import ROOT

FOLDER = ROOT / "aid" / "ui" / "browser" / "workarounds"
REGISTER = (ROOT / "docs" / "streamlit-workarounds.md").read_text(encoding="utf-8")
SCRIPTS = sorted(FOLDER.glob("*.js"))
UPSTREAM = r"https://github\.com/streamlit/streamlit/(?:issues|pull)/\d+"


def head(path: Path) -> str:
    """The comment at the top of a script, as one text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    end = next(place for place, line in enumerate(lines) if not line.startswith("//"))
    return " ".join(line.removeprefix("//").strip() for line in lines[:end])


def test_every_script_is_in_the_page_and_in_the_register() -> None:
    names = [path.name for path in SCRIPTS]
    in_the_page = [path.stem for path in SCRIPTS if path.read_text("utf-8") in OWN_SCRIPTS]
    assert in_the_page == ["failed_script"]
    assert sorted(f"{name}.js" for name in (*WORKAROUNDS, *in_the_page)) == names
    assert re.findall(r"^\| `(\w+\.js)` \|", REGISTER, flags=re.MULTILINE) == names


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_says_what_it_mends_and_when_it_can_go(path: Path) -> None:
    said = head(path)
    fields = re.search(
        r"Faults?: .+ Seen in: Streamlit [\d.]+.* Upstream: (.+) Test: (.+) Delete when: .+", said
    )
    assert fields, said
    upstream, tests = fields[1], fields[2]
    for issue in re.findall(UPSTREAM, upstream):
        assert issue in REGISTER, issue
    assert "none found" in upstream or re.search(UPSTREAM, upstream)
    named = re.findall(r"tests/[\w/]+\.py", tests)
    assert named
    for name in named:
        assert (ROOT / name).is_file(), name


def test_the_version_of_the_register_is_the_one_that_is_pinned() -> None:
    pinned = re.search(
        r"^streamlit==([\d.]+)", (ROOT / "requirements.in").read_text(), re.MULTILINE
    )
    assert pinned
    assert f"Streamlit {pinned[1]}" in REGISTER
    for path in SCRIPTS:
        assert f"Streamlit {pinned[1]}" in head(path), "look whether the fault is still there"


def test_every_row_about_python_names_its_test() -> None:
    rows = [
        line.split(" | ") for line in REGISTER.splitlines() if line.startswith(("| `a", "| `.s"))
    ]
    rows = [row for row in rows if len(row) == 5]
    assert len(rows) >= 8
    for where, _fault, upstream, test, _when in rows:
        assert (ROOT / where.strip("|` ")).is_file(), where
        assert (ROOT / test.strip("` ")).is_file(), test
        assert "none found" in upstream or re.search(UPSTREAM, upstream), upstream
