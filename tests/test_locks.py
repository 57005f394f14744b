"""What is installed is locked: each package by its version and by the hashes of its files."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.licences import pinned

LOCKS = ("requirements.txt", "requirements-dev.txt")
_PACKAGE = re.compile(
    r"^[\w.-]+==\S+(?: ; .+?)?((?: \\\n    --hash=sha256:[0-9a-f]{64})*)$", re.MULTILINE
)


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_the_hashes_of_its_files_and_no_index_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    hashes = [package[1].count("sha256") for package in _PACKAGE.finditer(text)]
    assert len(hashes) == len(re.findall(r"^[\w.-]+==", text, flags=re.MULTILINE)) > 40
    assert min(hashes) >= 1
    assert "://" not in text


def test_make_installs_nothing_else() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "HASHED := --require-hashes --only-binary :all:" in makefile
    installs = re.findall(r"pip install|\$\(PIP\) install.*", makefile)
    assert len(installs) == len(LOCKS)
    assert all("$(HASHED) -r requirements" in line for line in installs)


def recipe_line(target: str, word: str) -> list[str]:
    """The command of a make target that has a word in it; what is installed before is left out."""
    stamp = ".venv/.installed-dev"
    shown = subprocess.run(
        ["make", "--dry-run", "--old-file", stamp, target],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    (line,) = [line for line in shown.stdout.splitlines() if word in line]
    return line.removeprefix("@").split()


@pytest.mark.slow
def test_the_list_for_machines_names_every_locked_package(tmp_path: Path) -> None:
    written = tmp_path / "sbom.json"
    command = [
        str(written) if part == "sbom.cdx.json" else part
        for part in recipe_line("sbom", "cyclonedx-py")
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    listed = json.loads(written.read_text(encoding="utf-8"))
    assert listed["bomFormat"] == "CycloneDX"
    assert {(one["name"], one["version"]) for one in listed["components"]} == set(pinned().items())


@pytest.mark.parametrize(
    ("said", "status", "told"),
    [
        ("ConnectionError: no route", 1, "gives no list of known faults, so nothing was looked up"),
        ("Found 1 known vulnerability in x", 1, "Found 1 known vulnerability in x"),
        ("No known vulnerabilities found", 0, "No known vulnerabilities found"),
    ],
)
def test_the_audit_says_plainly_whether_it_looked_anything_up(
    tmp_path: Path, said: str, status: int, told: str
) -> None:
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\necho '{said}'\nexit {status}\n")
    python.chmod(0o755)
    done = subprocess.run(
        ["make", "--old-file", ".venv/.installed-dev", "audit", f"PY={python}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told in done.stdout + done.stderr
    assert (done.returncode == 0) is (status == 0)


def test_whom_to_tell_of_a_fault_is_said_where_the_readme_leads() -> None:
    assert "Report a\nvulnerability" in (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert "(SECURITY.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
