"""Makes any text that a person can type safe to typeset.

PDF/UA, the accessible kind of PDF that the sheet is, refuses a whole document for one character
that no font can draw. Here such a character becomes U+FFFD, so that a reader sees that something is
missing, and everything invisible (controls, marks of direction) is dropped. Nothing else is lost.
Formats that leave the fonts to the program that opens them keep the same rules without fonts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

MISSING = "\ufffd"
"""What replaces a character that cannot be drawn."""

BREAK = "\u200b"
"""An invisible place where a line may break. Only this module puts it in."""

LONGEST_WORD = 24
"""Signs in a row, without a place to break, that fit into the narrowest column of the sheet."""

_PIECE = 6
"""Signs between two places to break, in a word that is longer: short, so that lines get full."""

MOST_MARKS = 4
"""Marks on one letter. Every living language needs fewer; more would run into other lines."""

_JOINER = "\u200d"
_ALL_JOINERS = "\u200c\u200d\ufe0e\ufe0f"
_JOINERS = frozenset(_ALL_JOINERS)
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_SEEN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2")
_UNSEEN_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE0E), *range(0xE0100, 0xE01F0))))
_MARKS = frozenset({"Mn", "Me", "Mc"})
_NO_BREAK_SPACES = frozenset("\u00a0\u2007\u202f")
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1}}}")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")


class Coverage(Protocol):
    """What a font can draw. It is asked only when the fonts before it are not enough."""

    @property
    def code_points(self) -> frozenset[int]:
        """The code points with a glyph."""


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
    return _line_by_line(text, partial(_drawn_line, fonts=fonts))


def readable(text: str) -> Printable:
    """Make a text safe for a file that is opened with fonts which the aid does not know.

    Args:
        text: Any string at all.

    Returns:
        The text as ``printable`` returns it, but every assigned character stays, whether or not
        a font of the aid draws it, and no places to break are added.
    """
    return _line_by_line(text, _whole_line)


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
    if char == "\n" or char in _JOINERS or char in _SEEN_FORMATS:
        return True
    if char in _UNSEEN_LETTERS or char in _SELECTORS or _is_noncharacter(char):
        return False
    return unicodedata.category(char) not in ("Cc", "Cf")


def _is_noncharacter(char: str) -> bool:
    code = ord(char)
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _drawn_line(line: str, fonts: Sequence[Coverage]) -> tuple[str, bool]:
    parts: list[str] = []
    lost = False
    length = 0
    for cluster in _clusters(line):
        drawn, cluster_lost = _drawn(cluster, fonts)
        lost = lost or cluster_lost
        for part in _clusters(drawn):
            length = 0 if _may_break_after(part) else length + 1
            if length > LONGEST_WORD:
                parts.append(BREAK)
                length = LONGEST_WORD - _PIECE + 1
            parts.append(part)
    return "".join(parts), lost


def _whole_line(line: str) -> tuple[str, bool]:
    parts = [_whole(cluster) for cluster in _clusters(line)]
    return "".join(part for part, _ in parts), any(lost for _, lost in parts)


def _whole(cluster: str) -> tuple[str, bool]:
    """One cluster as any font may draw it, and whether a part of it is lost."""
    cluster = cluster.lstrip(_ALL_JOINERS)
    if not cluster:
        return "", False
    if unicodedata.category(cluster[0]) in _MARKS:
        return _whole("\u00a0" + cluster)
    if unicodedata.category(cluster[0]) == "Co":
        return MISSING, True
    if len(cluster) <= MOST_MARKS + 1:
        return cluster, False
    if _JOINER in cluster:
        pieces = [_whole(piece) for piece in cluster.split(_JOINER) if piece]
        return _JOINER.join(text for text, _ in pieces), any(lost for _, lost in pieces)
    return cluster[: MOST_MARKS + 1], True


def _clusters(text: str) -> Iterator[str]:
    """Split into letters, each with what belongs to it: marks, joiners, skin tones."""
    # Unicode's own clusters (UAX 29) split Myanmar vowels off, and a conjunct of theirs may be as
    # long as a page: no font needs that, and no line could break in it.
    start = 0
    for place in range(1, len(text)):
        char = text[place]
        follows = (
            char in _JOINERS
            or (char in _SKIN_TONES and _takes_skin_tone(text[place - 1]))
            or text[place - 1] == _JOINER
            or unicodedata.category(char) in _MARKS
        )
        if not follows:
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def _takes_skin_tone(char: str) -> bool:
    return char == "\ufe0f" or (unicodedata.category(char) == "So" and char != MISSING)


def _may_break_after(cluster: str) -> bool:
    first = cluster[0]
    if first.isspace():
        return first not in _NO_BREAK_SPACES
    # Chinese letters and emoji break by themselves, but not punctuation or small kana in a row.
    return (
        unicodedata.east_asian_width(first) in "WF"
        and unicodedata.category(first) in ("Lo", "So")
        and "SMALL" not in unicodedata.name(first, "")
    )


def _drawn(cluster: str, fonts: Sequence[Coverage]) -> tuple[str, bool]:
    """What is drawn for one cluster, and whether a part of it is lost."""
    # A joiner at the start joins nothing: the rest is drawn alone.
    cluster = cluster.lstrip(_ALL_JOINERS)
    if not cluster:
        return "", False
    base = cluster[0]
    if unicodedata.category(base) in _MARKS:
        # A mark without its letter is shown on a space, as Unicode has it.
        return _drawn("\u00a0" + cluster, fonts)
    if unicodedata.category(base) == "Co":
        # Private characters mean nothing outside the program they come from.
        return MISSING, True
    if _fits(cluster, fonts) and len(cluster) <= MOST_MARKS + 1:
        return cluster, False
    if _JOINER in cluster:
        return _joined(cluster, fonts)
    kept = max((_kept(cluster, font) for font in fonts), key=len, default="")
    if not kept:
        return _plain(cluster, fonts)
    return (kept, True) if len(kept) > MOST_MARKS else (kept + MISSING, True)


def _fits(cluster: str, fonts: Sequence[Coverage]) -> bool:
    """Whether one font draws the whole cluster; two fonts cannot share a letter and its mark."""
    needed = {ord(char) for char in cluster if char not in _JOINERS}
    return any(needed <= font.code_points for font in fonts)


def _kept(cluster: str, font: Coverage) -> str:
    """The letter with the marks of it that a font draws, or nothing without the letter."""
    seen = [char for char in cluster if char not in _JOINERS]
    if ord(seen[0]) not in font.code_points:
        return ""
    marks = [char for char in seen[1:] if ord(char) in font.code_points]
    return seen[0] + "".join(marks[:MOST_MARKS])


def _joined(cluster: str, fonts: Sequence[Coverage]) -> tuple[str, bool]:
    """A joined character (an emoji family, a Hindi conjunct): whole if one font has all of it."""
    pieces = [_drawn(piece, fonts) for piece in cluster.split(_JOINER) if piece]
    joint = _JOINER if _fits(cluster, fonts) else ""
    return joint.join(text for text, _ in pieces), any(lost for _, lost in pieces)


def _plain(cluster: str, fonts: Sequence[Coverage]) -> tuple[str, bool]:
    """The plain form of a fancy letter, or the replacement character."""
    form = unicodedata.normalize("NFKC", cluster)
    drawable = form != cluster and all(
        char == " " or (char not in _JOINERS and _fits(char, fonts)) for char in form
    )
    if drawable and not any(unicodedata.category(char) in _MARKS for char in form):
        return form, False
    return (" ", False) if cluster[0].isspace() else (MISSING, True)
