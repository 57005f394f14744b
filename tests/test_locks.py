"""What is installed is locked: each package by its version and by the hashes of its files."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

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
