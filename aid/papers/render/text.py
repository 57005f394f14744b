"""Blocks as plain text, for a mail: no markup, and no line wider than a mail shows.

Blank lines and indentation tell the parts apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import Final

from wcwidth import wrap

from aid.papers.blocks import (
    Blank,
    Block,
    Bullets,
    Entry,
    Figure,
    Pairs,
    Paragraph,
    Prompts,
    Questions,
    Room,
    Section,
    Table,
    Terms,
    Text,
    Typed,
    characters,
)
from aid.papers.typesetting.sanitize import readable

COLUMNS: Final = 76
"""The widest line. A wide character, such as a Chinese one, takes two columns."""

_IN: Final = "  "
_BULLET: Final = "• "
_TICK_BOX: Final = "☐ "
_LEAST_ROOM: Final = 24
"""Columns to write on beside a label; with fewer the line goes below it."""


def text_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Render blocks.

    Args:
        blocks: The blocks, in order.

    Yields:
        Lines of at most ``COLUMNS`` columns, without their ends. There may be more than one blank
        line between two blocks.
    """
    for block in blocks:
        yield from _lines_of(block)


def wrapped(text: str, indent: str = "", sign: str = "") -> list[str]:
    """Wrap a text to ``COLUMNS``.

    Args:
        text: One line of text.
        indent: What every line begins with.
        sign: What the first line has after the indent; the others are aligned after it.
    """
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


@singledispatch
def _lines_of(block: object) -> Iterator[str]:
    raise TypeError(type(block))


@_lines_of.register
def _(block: Section) -> Iterator[str]:
    yield ""
    yield from wrapped(block.title)
    yield from text_lines(block.blocks)


@_lines_of.register
def _(block: Paragraph) -> Iterator[str]:
    if block.note:
        yield ""
    for line in _lines(block.text):
        yield from wrapped(line, _IN)


@_lines_of.register
def _(block: Blank) -> Iterator[str]:
    yield _to_write_on(f"{_IN}{block.label} ")
    if block.beside:
        yield from wrapped(block.beside, _IN)


@_lines_of.register
def _(block: Pairs) -> Iterator[str]:
    for entry in block.items:
        yield from _labelled(entry, _IN)


@_lines_of.register
def _(block: Terms) -> Iterator[str]:
    for entry in block.items:
        first, *others = _lines(entry.text)
        yield from wrapped(f"{entry.label}. {first}", _IN, _BULLET)
        for line in others:
            yield from wrapped(line, 2 * _IN)


@_lines_of.register
def _(block: Bullets) -> Iterator[str]:
    for item in block.items:
        yield from wrapped(item, _IN, _BULLET)


@_lines_of.register
def _(block: Table) -> Iterator[str]:
    for position, row in enumerate(block.rows):
        if position:
            yield ""
        yield from wrapped(f"{row.name} {row.mark}".rstrip(), _IN)
        for name, cell in zip(block.head[1:], row.cells, strict=True):
            yield from wrapped(f"{name}: {cell}", 2 * _IN)


@_lines_of.register
def _(block: Prompts) -> Iterator[str]:
    for item in block.items:
        *before, last = wrapped(f"{item.text} {item.fill_in}".rstrip(), _IN, _BULLET)
        yield from before
        if len(last) < COLUMNS - _LEAST_ROOM:
            yield _to_write_on(f"{last} ")
        else:
            yield last
            yield _to_write_on(2 * _IN)
        if item.said:
            yield from _labelled(item.said, 2 * _IN)


@_lines_of.register
def _(block: Questions) -> Iterator[str]:
    for item in block.items:
        first, *others = _lines(item.text)
        yield from wrapped(first, _IN, _TICK_BOX)
        for line in others:
            yield from wrapped(line, 2 * _IN)
        if item.reason:
            yield from wrapped(item.reason, 2 * _IN)
        yield _to_write_on(2 * _IN)
        yield ""


@_lines_of.register
def _(block: Room) -> Iterator[str]:
    for _number in range(block.lines):
        yield _to_write_on(_IN)


@_lines_of.register
def _(block: Figure) -> Iterator[str]:
    # Nothing is drawn in a mail, so there is room to write the places down.
    yield from wrapped(block.caption, _IN)
    yield _to_write_on(_IN)


def _labelled(entry: Entry, indent: str) -> Iterator[str]:
    """A label and its text on one line; several lines, or a line from right to left, go below."""
    typed = readable(characters(entry.text))
    if len(typed.lines) == 1 and not any(part.right_to_left for part in typed.paragraphs):
        yield from wrapped(f"{entry.label}: {typed.text}", indent)
        return
    yield from wrapped(f"{entry.label}:", indent)
    for line in typed.lines:
        yield from wrapped(line, indent + _IN)


def _lines(text: Text) -> tuple[str, ...]:
    return readable(text.text).lines if isinstance(text, Typed) else (text,)


def _to_write_on(label: str) -> str:
    """A line to write on, from the end of a label to the edge."""
    return label.ljust(COLUMNS, "_")
