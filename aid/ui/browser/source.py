"""The scripts and styles of this folder."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent


def source(*names: str) -> str:
    """The text of some files of this folder, one after the other."""
    return "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in names)
