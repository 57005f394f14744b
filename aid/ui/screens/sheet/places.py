"""The places of this screen to which its summary leads."""

from __future__ import annotations

from typing import Final

METHODS: Final = "sheet-methods"
LEANING: Final = "sheet-leaning"
TELL: Final = "sheet-tell"
QUESTIONS: Final = "sheet-questions"
NOTES: Final = "sheet-notes"
DOWNLOAD: Final = "sheet-download"
