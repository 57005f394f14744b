"""The fonts of the screens and of the papers, as files: README.md says where each is from."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ATKINSON: Final = Path(__file__).with_name("atkinson")
"""Atkinson Hyperlegible, the one typeface of the screens and papers, in four faces."""

NOTO: Final = Path(__file__).with_name("noto")
"""The Noto fonts, for what a reader types in another script."""

LICENCE: Final = "OFL.txt"
"""The licence of the fonts, in the folder of each."""
