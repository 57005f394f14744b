"""What a document is made of: every paper, and About on the screen, is a tree of these blocks.

A block says what something is, never how it looks. Each renderer in ``aid.papers.render`` turns
blocks into one format, so a section is written once for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

Numbers = tuple[int, ...]
"""Places in a list of sources, counted from 1, each once, in rising order."""


@dataclass(frozen=True)
class Typed:
    """Text that a reader typed: any characters, its own line breaks and direction."""

    text: str


Text = str | Typed
"""Our own text, on one line, or a reader's."""


def characters(text: Text) -> str:
    """The characters of a text, whoever wrote it."""
    return text.text if isinstance(text, Typed) else text


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``note`` marks small print."""

    text: Text
    note: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """A label with its text, and the sources of that."""

    label: str
    text: Text
    sources: Numbers = ()


@dataclass(frozen=True)
class Pairs:
    """Labels, each with what belongs to it: what was answered, or what a word means."""

    items: tuple[Entry, ...]


@dataclass(frozen=True)
class Terms:
    """Headwords, each the beginning of the paragraph that explains it."""

    items: tuple[Entry, ...]


@dataclass(frozen=True)
class Note:
    """A text with what it is about, a remark on it, and its sources; most may be empty."""

    title: str
    text: str
    remark: str = ""
    sources: Numbers = ()


@dataclass(frozen=True)
class Notes:
    """Texts, each with its title."""

    items: tuple[Note, ...]


@dataclass(frozen=True)
class Row:
    """A row of a table; ``mark`` follows its name."""

    name: str
    cells: tuple[str, ...]
    mark: str = ""


@dataclass(frozen=True)
class Table:
    """A table whose first column names its rows. ``head`` names every column.

    ``name`` is unique among the tables of a screen.
    """

    name: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Blank:
    """A line to write on after a label; ``beside`` is printed after the line."""

    label: str
    beside: str = ""


@dataclass(frozen=True)
class Prompt:
    """Something to say, with words to complete by hand; ``said`` is what was typed about it."""

    text: str
    fill_in: str
    said: Entry | None = None
    reason: str = ""
    sources: Numbers = ()


@dataclass(frozen=True)
class Prompts:
    """A list of things to say, each with a line to complete."""

    items: tuple[Prompt, ...]


@dataclass(frozen=True)
class Question:
    """A question to tick, with its reason if any."""

    text: Text
    reason: str = ""
    sources: Numbers = ()


@dataclass(frozen=True)
class Questions:
    """Questions in their order."""

    items: tuple[Question, ...]


@dataclass(frozen=True)
class Room:
    """Lines to write on; ``numbered`` ones are for one answer each."""

    lines: int
    numbered: bool = False


@dataclass(frozen=True)
class Figure:
    """A drawing by its name, with its text alternative. One with a caption is marked by pen."""

    drawing: str
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class Choice:
    """Something to tick."""

    label: str
    text: str = ""
    figure: Figure | None = None


@dataclass(frozen=True)
class Choices:
    """Things to tick by pen."""

    items: tuple[Choice, ...]


@dataclass(frozen=True)
class Section:
    """A heading with what is below it. A layout finds a section by its ``name``."""

    name: str
    title: str
    blocks: tuple[Block, ...]


Block = (
    Paragraph
    | Bullets
    | Pairs
    | Terms
    | Notes
    | Table
    | Blank
    | Prompts
    | Questions
    | Room
    | Figure
    | Choices
    | Section
)


def split_columns(table: Table, most: int) -> tuple[Table, ...]:
    """Split a wide table into tables of about as many columns each.

    Args:
        table: The table.
        most: How many columns fit on a page, beside the first.

    Returns:
        Tables with the same rows; each has the first column.
    """
    columns = len(table.head) - 1
    tables = -(-columns // most)
    edges = [columns * at // tables for at in range(tables + 1)] if tables else []
    return tuple(
        replace(
            table,
            head=(table.head[0], *table.head[1 + start : 1 + end]),
            rows=tuple(replace(row, cells=row.cells[start:end]) for row in table.rows),
        )
        for start, end in pairwise(edges)
    )
