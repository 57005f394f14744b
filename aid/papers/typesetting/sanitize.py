"""Makes any text that a person can type safe to typeset.

PDF/UA, the accessible kind of PDF that the sheet is, refuses a whole document for one character
that no font can draw. Here such a character becomes U+FFFD, so that a reader sees that something is
missing, and everything invisible (controls, marks of direction) is dropped. Nothing else is lost.
Formats that leave the fonts to the program that opens them keep the same rules without fonts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from aid.papers.typesetting.letters import (
    JOINERS,
    LONGEST_WORD,
    MISSING,
    Coverage,
    drawn_line,
    whole_line,
)

_SEEN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2")
_UNSEEN_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE0E), *range(0xE0100, 0xE01F0))))
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1}}}")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")


@dataclass(frozen=True)
class Printable:
    """A text that can be typeset, and whether any character was replaced by U+FFFD."""

    text: str
    replaced: bool

    @property
    def lines(self) -> tuple[str, ...]:
        """The text line by line; a blank line is an empty string."""
        return tuple(self.text.split("\n"))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The lines by paragraph: a blank line or another direction begins a new one."""
        found: list[tuple[bool, list[str]]] = []
        fresh = True
        for line in self.lines:
            if not line:
                fresh = True
                continue
            right_to_left = is_right_to_left(line)
            if fresh or found[-1][0] != right_to_left:
                found.append((right_to_left, []))
            found[-1][1].append(line)
            fresh = False
        return tuple(Paragraph(rtl, tuple(lines)) for rtl, lines in found)


@dataclass(frozen=True)
class Paragraph:
    """Lines that run in one direction, without a blank line between them."""

    right_to_left: bool
    lines: tuple[str, ...]


def printable(text: str, fonts: Sequence[Coverage]) -> Printable:
    """Make a text safe to typeset.

    Args:
        text: Any string at all.
        fonts: The fonts in the order in which they are tried. The first ones should draw Latin
            letters, a space, a no-break space and U+FFFD.

    Returns:
        The text in Unicode's composed form. Every line ends in the same way, blank lines in
        a row are one and those at either end are gone, a tab is four spaces, very long words
        have places to break. What no font draws is its plain form if it has one, else U+FFFD.
    """
    if text.isascii() and text.isprintable() and not _LONG_WORD.search(text):
        return Printable(text.rstrip(), replaced=False)
    return _line_by_line(text, partial(drawn_line, fonts=fonts))


def readable(text: str) -> Printable:
    """Make a text safe for a file that is opened with fonts which the aid does not know.

    Args:
        text: Any string at all.

    Returns:
        The text as ``printable`` returns it, but every assigned character stays, whether or not
        a font of the aid draws it, and no places to break are added.
    """
    return _line_by_line(text, whole_line)


def _line_by_line(text: str, draw: Callable[[str], tuple[str, bool]]) -> Printable:
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    lost = whole.count(MISSING) > text.count(MISSING)
    unified = _LINE_ENDS.sub("\n", whole).replace("\t", "    ")
    composed = unicodedata.normalize("NFC", "".join(filter(_is_seen, unified)))
    lines: list[str] = []
    for line in composed.split("\n"):
        drawn, line_lost = draw(line.rstrip())
        lost = lost or line_lost
        if drawn or (lines and lines[-1]):
            lines.append(drawn)
    return Printable("\n".join(lines).rstrip("\n"), lost)


def is_right_to_left(line: str) -> bool:
    """Whether a line runs from right to left: its first letter with a direction decides."""
    for char in line:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def _is_seen(char: str) -> bool:
    """Whether a character is for the eye at all (or a line end, or shapes its neighbours)."""
    if char == "\n" or char in JOINERS or char in _SEEN_FORMATS:
        return True
    if char in _UNSEEN_LETTERS or char in _SELECTORS or _is_noncharacter(char):
        return False
    return unicodedata.category(char) not in ("Cc", "Cf")


def _is_noncharacter(char: str) -> bool:
    code = ord(char)
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
