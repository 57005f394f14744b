"""The discussion sheet as plain text, for a mail: no markup, and no line wider than a mail shows.

Blank lines and indentation separate the parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from itertools import chain
from typing import Final

from wcwidth import wrap

from aid.catalogue.catalogue import Catalogue
from aid.papers.sheet.blocks import (
    Bullets,
    ByHand,
    Facts,
    Heading,
    Lines,
    Outline,
    OwnWords,
    Questions,
    Room,
    Tell,
    Tips,
    Title,
    Words,
    sheet_blocks,
)
from aid.papers.sheet.content import Sheet
from aid.papers.typesetting.sanitize import readable

COLUMNS: Final = 76
"""The widest line. A wide letter, such as a Chinese one, takes two columns."""

_IN: Final = "  "
_BULLET: Final = "• "
_TICK_BOX: Final = "☐ "
_LEAST_ROOM: Final = 24
"""Columns to write on beside a label; with fewer the line goes below it."""


def sheet_text(catalogue: Catalogue, sheet: Sheet) -> str:
    """Make the discussion sheet as plain text.

    Args:
        catalogue: The content, for the printed words.
        sheet: What is printed. Its own words may hold any characters.

    Returns:
        Lines of at most ``COLUMNS`` columns, each ended by a line feed. The same sheet gives the
        same text. Lone surrogates, private-use characters and combining marks beyond the fourth
        become U+FFFD or are left out.
    """
    blocks = sheet_blocks(catalogue, sheet)
    lines: list[str] = []
    foot = ["", *(line for sentence in blocks.footer for line in _wrapped(sentence))]
    for line in chain(chain.from_iterable(map(_lines_of, blocks.all)), foot):
        # One blank line is enough between any two blocks.
        if line or lines[-1]:
            lines.append(line)
    return "\n".join(lines) + "\n"


@singledispatch
def _lines_of(block: object) -> Iterator[str]:
    raise TypeError(type(block))


@_lines_of.register
def _(block: Title) -> Iterator[str]:
    yield from _wrapped(block.text)
    yield ""


@_lines_of.register
def _(block: Heading) -> Iterator[str]:
    yield ""
    yield from _wrapped(block.text)


@_lines_of.register
def _(block: Words) -> Iterator[str]:
    if block.note:
        yield ""
    yield from _wrapped(block.text, _IN)


@_lines_of.register
def _(block: ByHand) -> Iterator[str]:
    yield _to_write_on(f"{_IN}{block.label} ")
    yield from _wrapped(block.beside, _IN)


@_lines_of.register
def _(block: Lines) -> Iterator[str]:
    for line in block.lines:
        yield from _labelled(line.label, line.value, _IN)


@_lines_of.register
def _(block: Bullets) -> Iterator[str]:
    for item in block.items:
        yield from _wrapped(item, _IN, _BULLET)


@_lines_of.register
def _(block: Facts) -> Iterator[str]:
    for position, row in enumerate(block.rows):
        if position:
            yield ""
        yield from _wrapped(row.name, _IN)
        for method, cell in zip(block.methods, row.cells, strict=True):
            yield from _wrapped(f"{method}: {cell}", 2 * _IN)


@_lines_of.register
def _(block: Tell) -> Iterator[str]:
    for item in block.items:
        *before, last = _wrapped(f"{item.text} {item.fill_in}".rstrip(), _IN, _BULLET)
        yield from before
        if len(last) < COLUMNS - _LEAST_ROOM:
            yield _to_write_on(f"{last} ")
        else:
            yield last
            yield _to_write_on(2 * _IN)
        if item.words:
            yield from _labelled(block.own_label, item.words, 2 * _IN)


@_lines_of.register
def _(block: Questions) -> Iterator[str]:
    for item in block.items:
        first, *others = _own_lines(item.text) if item.own else (item.text,)
        yield from _wrapped(first, _IN, _TICK_BOX)
        for line in others:
            yield from _wrapped(line, 2 * _IN)
        if item.reason:
            yield from _wrapped(item.reason, 2 * _IN)
        yield _to_write_on(2 * _IN)
        yield ""


@_lines_of.register
def _(block: OwnWords) -> Iterator[str]:
    if block.text:
        yield from _own_words(block.text, _IN)


@_lines_of.register
def _(block: Room) -> Iterator[str]:
    for _number in range(block.lines):
        yield _to_write_on(_IN)


@_lines_of.register
def _(block: Outline) -> Iterator[str]:
    # Nothing is drawn in a mail, so there is room to write the places down.
    yield from _lines_of(Heading(block.title))
    yield from _wrapped(block.caption, _IN)
    yield _to_write_on(_IN)


@_lines_of.register
def _(block: Tips) -> Iterator[str]:
    for tip in block.tips:
        yield from _wrapped(f"{tip.title}. {tip.text}", _IN, _BULLET)


def _labelled(label: str, value: str, indent: str) -> Iterator[str]:
    """A label and a value on one line; a value of several lines, or from right to left, below."""
    typed = readable(value)
    if len(typed.lines) == 1 and not any(part.right_to_left for part in typed.paragraphs):
        yield from _wrapped(f"{label}: {typed.text}", indent)
    else:
        yield from _wrapped(f"{label}:", indent)
        yield from _own_words(value, indent + _IN)


def _own_words(text: str, indent: str) -> Iterator[str]:
    for line in _own_lines(text):
        yield from _wrapped(line, indent)


def _own_lines(text: str) -> tuple[str, ...]:
    return readable(text).lines


def _to_write_on(label: str) -> str:
    """A line to write on, from the end of a label to the edge."""
    return label.ljust(COLUMNS, "_")


def _wrapped(text: str, indent: str = "", sign: str = "") -> list[str]:
    """Lines that fit; those after the first stand as far in as the words after the sign."""
    return [
        line.rstrip()
        for line in wrap(
            text,
            COLUMNS,
            control_codes="ignore",
            break_on_hyphens=False,
            initial_indent=indent + sign,
            subsequent_indent=indent + " " * len(sign),
        )
    ] or [(indent + sign).rstrip()]
