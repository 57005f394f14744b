"""The language of the printed words: the one place where the papers say it."""

from __future__ import annotations

from typing import Final

LANGUAGE_TAG: Final = "en-GB"
"""As a word processor names it for its spelling checker."""

LANGUAGE: Final = LANGUAGE_TAG.partition("-")[0]
"""Without the region, as a PDF names it."""
