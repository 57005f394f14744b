"""How many there are of what the content lists, for texts that say so.

A text names a count by a gap, such as ``{methods}``, or ``{Methods}`` for a capital letter. The
gaps are filled while the content is read, so a new entry needs no other text to change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aid.catalogue.answer_fields import MOST_TOP_CONCERNS
from aid.catalogue.ids import FIRST_STEP, SHEET_FORMAT_IDS, STANDARDS

_GAP = re.compile(r"\{(\w+)\}")


class CountedText(str):
    """A text whose counts are filled in. ``as_written`` is the text with its gaps."""

    as_written: str


def as_written(text: str) -> str:
    """The text as its file has it, with the gaps of its counts."""
    return text.as_written if isinstance(text, CountedText) else text


@dataclass(frozen=True)
class Counts:
    """The number of entries by the name of its gap, and the words for numbers from one on."""

    numbers: Mapping[str, int]
    words: tuple[str, ...]

    def in_words(self, number: int) -> str:
        """Write a whole number in words, or in digits where there is no word for it."""
        return self.words[number - 1] if 1 <= number <= len(self.words) else str(number)

    def names(self, gap: str) -> bool:
        """Whether a gap is a count. Where there is nothing to count, it does not."""
        return self.numbers.get(_uncapitalised(gap), 0) > 0

    def fill(self, text: str) -> str:
        """Fill the gaps of counts; other gaps stay."""
        filled = _GAP.sub(self._filled, text)
        if filled == text:
            return text
        counted = CountedText(filled)
        counted.as_written = text
        return counted

    def _filled(self, gap: re.Match[str]) -> str:
        name = gap[1]
        if not self.names(name):
            return gap[0]
        word = self.in_words(self.numbers[_uncapitalised(name)])
        return word[:1].upper() + word[1:] if name[0].isupper() else word


def _uncapitalised(gap: str) -> str:
    return gap[:1].lower() + gap[1:]


def counts_of(files: Mapping[str, Mapping[str, Any]]) -> Counts:
    """Count the entries of parsed files, whatever their form.

    Args:
        files: The parsed files of one language by their name, such as ``methods/subcision``.
    """

    def entries(file: str, key: str) -> list[dict[str, Any]]:
        found = files.get(file, {}).get(key)
        found = found if isinstance(found, list) else []
        return [entry for entry in found if isinstance(entry, dict)]

    def having(file: str, key: str, field: str, value: str) -> list[dict[str, Any]]:
        return [entry for entry in entries(file, key) if entry.get(field) == value]

    def table(key: str) -> dict[str, Any]:
        found = files.get("interface", {}).get(key)
        return found if isinstance(found, dict) else {}

    words = table("numbers").get("words")
    return Counts(
        numbers={
            "methods": sum(name.startswith("methods/") for name in files),
            "headings": len(entries("facts", "fact")),
            "tips": len(entries("tips", "tip")),
            "statements": len(entries("quiz", "statement")),
            "general_questions": len(having("questions", "question", "group", "general")),
            "steps": 1 + len(having("pages", "page", "part-of", FIRST_STEP)),
            "top_concerns": MOST_TOP_CONCERNS,
            "charts": sum(name.endswith("-chart") for name in table("compare")),
            "formats": len(SHEET_FORMAT_IDS),
            "standards": len(STANDARDS),
        },
        words=tuple(map(str, words)) if isinstance(words, list) else (),
    )
