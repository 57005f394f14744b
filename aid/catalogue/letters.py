"""Invisible characters: they change what a text shows or whether a search finds it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import reduce
from typing import Any, Final

from aid.catalogue.files import Raw
from aid.errors import Problem

_INVISIBLE: Final = frozenset(("Cc", "Cf", "Zl", "Zp"))
"""Control characters, marks of direction, marks without width, line separators."""
_SPACES: Final = ("\n", "\t")


def invisible_characters(raw: Raw) -> Iterator[Problem]:
    """Find characters that cannot be seen, and letters that are written as several.

    One mark can reverse the digits after it; a search misses a letter that is stored in two pieces.

    Args:
        raw: Parsed files by their path.
    """
    for file, content in raw.items():
        if _is_sound("\n".join(_strings(content))):  # nearly always: then its keys do not matter
            continue
        for key, text in _texts("", content):
            letters = () if text.isprintable() else sorted(set(text))
            for letter in filter(_is_invisible, letters):
                yield Problem(file, key, f"holds {_called(letter)}, which nobody sees: delete it")
            if not unicodedata.is_normalized("NFC", text):
                said = "holds a letter and its mark as two characters: type it as one"
                yield Problem(file, key, said)


def _is_sound(text: str) -> bool:
    in_one_line = reduce(lambda line, space: line.replace(space, " "), _SPACES, text)
    return in_one_line.isprintable() and unicodedata.is_normalized("NFC", text)


def _is_invisible(letter: str) -> bool:
    return letter not in _SPACES and unicodedata.category(letter) in _INVISIBLE


def _called(letter: str) -> str:
    return f"U+{ord(letter):04X} {unicodedata.name(letter, 'a control character').lower()}"


def _strings(value: Any) -> Iterator[str]:
    """Every text of a parsed file, in any order."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict):
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part


def _texts(key: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(f"{key}.{name}" if key else name, inner)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            label = inner.get("id") if isinstance(inner, dict) else None
            label = label if isinstance(label, str) else place
            yield from _texts(f"{key}[{label}]", inner)
