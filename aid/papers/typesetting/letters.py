"""Draws a line letter by letter with the fonts there are, or as any font may draw it.

A letter is a cluster: a character with what belongs to it, such as marks, joiners and skin tones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Protocol

MISSING = "\ufffd"
"""What replaces a character that cannot be drawn."""

BREAK = "\u200b"
"""An invisible place where a line may break. Only this module puts it in."""

LONGEST_WORD = 24
"""Characters in a row, without a place to break, that fit the narrowest column of the sheet."""

_PIECE = 6
"""Characters between two places to break in a longer word: few, so that lines get full."""

MOST_MARKS = 4
"""Marks on one letter. Every living language needs fewer; more would run into other lines."""

_JOINER = "\u200d"
_ALL_JOINERS = "\u200c\u200d\ufe0e\ufe0f"
JOINERS = frozenset(_ALL_JOINERS)
"""Characters that only shape their neighbours."""

_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_MARKS = frozenset({"Mn", "Me", "Mc"})
_NO_BREAK_SPACES = frozenset("\u00a0\u2007\u202f")


class Coverage(Protocol):
    """What a font can draw. It is asked only when the fonts before it are not enough."""

    @property
    def code_points(self) -> frozenset[int]:
        """The code points with a glyph."""


def drawn_line(line: str, fonts: Sequence[Coverage]) -> tuple[str, bool]:
    """What the fonts draw of a line, with places to break, and whether a part of it is lost."""
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


def whole_line(line: str) -> tuple[str, bool]:
    """A line as any font may draw it, and whether a part of it is lost."""
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
            char in JOINERS
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
    needed = {ord(char) for char in cluster if char not in JOINERS}
    return any(needed <= font.code_points for font in fonts)


def _kept(cluster: str, font: Coverage) -> str:
    """The letter with the marks of it that a font draws, or nothing without the letter."""
    seen = [char for char in cluster if char not in JOINERS]
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
        char == " " or (char not in JOINERS and _fits(char, fonts)) for char in form
    )
    if drawable and not any(unicodedata.category(char) in _MARKS for char in form):
        return form, False
    return (" ", False) if cluster[0].isspace() else (MISSING, True)
