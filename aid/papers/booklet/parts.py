"""What the booklet is made of: plain values, in the order in which they are printed."""

from __future__ import annotations

from dataclasses import dataclass

Numbers = tuple[int, ...]
"""Places in the list of sources, counted from 1, each once, in rising order."""


@dataclass(frozen=True)
class Picture:
    """A drawing by its name, with its text alternative."""

    name: str
    alt: str


@dataclass(frozen=True)
class Prose:
    """A heading with paragraphs and a list, either of which may be empty."""

    title: str
    text: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Said:
    """A text with what it is about, a remark on it, and where it comes from; most may be empty."""

    title: str
    text: str
    remark: str = ""
    sources: Numbers = ()


@dataclass(frozen=True)
class Listing:
    """A chapter that is a list of texts. ``remark`` stands below it."""

    title: str
    lead: str
    items: tuple[Said, ...]
    remark: str = ""


@dataclass(frozen=True)
class Box:
    """Something to tick."""

    label: str
    text: str = ""
    picture: Picture | None = None


@dataclass(frozen=True)
class FormPart:
    """A question to answer by pen: boxes to tick, or lines to write on, or both.

    ``numbered`` lines are for one answer each, in an order of the reader's own.
    """

    title: str
    hint: str = ""
    why: str = ""
    boxes: tuple[Box, ...] = ()
    lines: int = 0
    numbered: bool = False


@dataclass(frozen=True)
class Form:
    """Some questions under one heading."""

    title: str
    parts: tuple[FormPart, ...]


@dataclass(frozen=True)
class FactAccount:
    """One fact about one method."""

    name: str
    label: str
    note: str
    short: str
    text: str
    figures: tuple[str, ...]
    certainty: str
    sources: Numbers


@dataclass(frozen=True)
class MethodAccount:
    """One method with all its facts, in row order."""

    name: str
    family: str
    summary: str
    picture: Picture
    facts: tuple[FactAccount, ...]


@dataclass(frozen=True)
class Table:
    """A table whose first column names its rows. ``notes`` are to be read before it."""

    title: str
    lead: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class ToMark:
    """A drawing to mark by pen."""

    title: str
    caption: str
    picture: Picture


@dataclass(frozen=True)
class Fit:
    """What sources say of one method and one shape: the status in words, and the reason."""

    method: str
    status: str
    reason: str
    sources: Numbers


@dataclass(frozen=True)
class ShapeFits:
    """One shape with every method."""

    shape: str
    picture: Picture
    fits: tuple[Fit, ...]


@dataclass(frozen=True)
class ToTell:
    """Something to tell a doctor, why, and the blank to fill in."""

    text: str
    why: str
    fill_in: str
    sources: Numbers


@dataclass(frozen=True)
class Work:
    """A source: who paid for it, how it was read, and what was taken from it."""

    citation: str
    address: str
    kind: str
    funding: str
    read_via: str
    taken: tuple[str, ...]
    elsewhere: str


@dataclass(frozen=True)
class Booklet:
    """All that is printed, chapter by chapter."""

    name: str
    title: str
    subtitle: str
    lead: str
    decision: str
    not_advice: str
    footer: str
    page_of: str
    sources_line: str
    figures_title: str
    why_we_ask: str
    contents_title: str
    opening_title: str
    opening: tuple[Prose, ...]
    glance: Table
    methods: Prose
    read: Prose
    certainty: Listing
    accounts: tuple[MethodAccount, ...]
    notes: Listing
    tips: Listing
    beside: Listing
    answers: Prose
    forms: tuple[Form, ...]
    fits: Prose
    fits_head: tuple[str, ...]
    shapes: tuple[ShapeFits, ...]
    quiz: Form
    tell: Prose
    to_tell: tuple[ToTell, ...]
    weigh: Prose
    bank: Prose
    groups: tuple[Listing, ...]
    own_questions: FormPart
    talk: Prose
    talk_name_line: str
    talk_choices: tuple[FormPart, ...]
    talk_beside: tuple[FormPart, ...]
    talk_outline: ToMark
    talk_notes: FormPart
    glossary: Listing
    about: Prose
    about_parts: tuple[Prose, ...]
    reading: Prose
    reading_table: Table
    card: Prose
    card_table: Table
    card_lists: tuple[Listing, ...]
    quiz_answers: Listing
    sources: Prose
    taken: str
    works: tuple[Work, ...]
