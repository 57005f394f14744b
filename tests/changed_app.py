"""A copy of the app that a test may change."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import ROOT


def copied_app(folder: Path) -> Path:
    """Copy what the app needs to run into a folder, which is made, and return it."""
    for name in ("aid", "pages", "content", ".streamlit"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "app.py", folder)
    return folder


def break_at(folder: Path, file: str, line: str, instead: str) -> None:
    """Put other words in the place of some in a file, which must hold them."""
    path = folder / file
    text = path.read_text("utf-8")
    assert line in text
    path.write_text(text.replace(line, instead, 1), "utf-8")
