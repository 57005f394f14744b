"""What the booklet is made of, in the order in which it is printed: sections, and its own parts."""

from __future__ import annotations

from dataclasses import dataclass

from aid.papers.blocks import Figure, Notes, Numbers, Section


@dataclass(frozen=True)
class FactAccount:
    """One fact about one method."""

    name: str
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
    figure: Figure
    facts: tuple[FactAccount, ...]


@dataclass(frozen=True)
class ShapeAccount:
    """One shape with every method: the status in words as the remark, and the reason."""

    shape: str
    figure: Figure
    methods: Notes


@dataclass(frozen=True)
class Work:
    """A source: what is said of it, what was taken from it, and where there is more of that."""

    citation: str
    address: str
    said: str
    taken: tuple[str, ...]
    elsewhere: str


@dataclass(frozen=True)
class Cover:
    """What the first page says."""

    name: str
    title: str
    subtitle: str
    lead: str
    decision: str
    not_advice: str


@dataclass(frozen=True)
class TalkPages:
    """The pages to take along to the talk with a doctor."""

    lead: Section
    choices: tuple[Section, ...]
    beside: tuple[Section, ...]
    outline: Section
    notes: Section


@dataclass(frozen=True)
class Booklet:
    """All that is printed, chapter by chapter."""

    cover: Cover
    footer: str
    page_of: str
    sources_line: str
    contents_title: str
    opening: Section
    glance: Section
    methods: Section
    read: Section
    certainty: Section
    rows: Section
    accounts: tuple[MethodAccount, ...]
    notes: Section
    tips: Section
    beside: Section
    answers: Section
    shapes_lead: Section
    shapes_head: tuple[str, ...]
    shapes: tuple[ShapeAccount, ...]
    direct: Section
    quiz: Section
    tell: Section
    weigh: Section
    bank: Section
    talk: TalkPages
    glossary: Section
    about: Section
    reading: Section
    card: Section
    card_lists: tuple[Section, ...]
    quiz_answers: Section
    sources: Section
    works: tuple[Work, ...]
