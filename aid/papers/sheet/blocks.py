"""The printed words of the sheet, block by block, in the order in which they are read.

Word, plain text and the screen draw these blocks; the PDF has a layout of its own and the same
words, and a test compares them. A block says what something is, never how it looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from aid.catalogue.catalogue import Catalogue
from aid.formatting.dates import in_words
from aid.formatting.review_date import overdue_words
from aid.papers.sheet.content import FactRow, Line, Sheet, SheetQuestion, TellLine, Titled
from aid.papers.sheet.overflow import Parted, parted

MOST_COLUMNS_SIDEWAYS = 8
"""Methods that one table can hold on a landscape page."""


@dataclass(frozen=True)
class Title:
    """The title of the sheet."""

    text: str


@dataclass(frozen=True)
class Heading:
    """The heading of a part."""

    text: str


@dataclass(frozen=True)
class Words:
    """A paragraph of ours; ``note`` marks small print."""

    text: str
    note: bool = False


@dataclass(frozen=True)
class ByHand:
    """A label with a line to write on by hand, and what stands beside it in print."""

    label: str
    beside: str


@dataclass(frozen=True)
class Lines:
    """Labels, each with what the reader said."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """The facts for each method. The names of the rows say which are marked."""

    caption: str
    head: str
    methods: tuple[str, ...]
    rows: tuple[FactRow, ...]


@dataclass(frozen=True)
class Tell:
    """Things to tell, each with a line to fill in; ``own_label`` names the reader's own words."""

    items: tuple[TellLine, ...]
    own_label: str


@dataclass(frozen=True)
class Question:
    """A question to tick, with its reason if any, and room for the answer."""

    text: str
    reason: str
    own: bool


@dataclass(frozen=True)
class Questions:
    """The questions in their order."""

    items: tuple[Question, ...]


@dataclass(frozen=True)
class OwnWords:
    """What the reader typed; may be empty."""

    text: str


@dataclass(frozen=True)
class Room:
    """Room to write by hand."""

    lines: int


@dataclass(frozen=True)
class Outline:
    """A part with the outline to mark with a pen. It has no use on a screen."""

    title: str
    caption: str
    alt: str


@dataclass(frozen=True)
class Tips:
    """Tips, each with its title."""

    tips: tuple[Titled, ...]


Block = (
    Title
    | Heading
    | Words
    | ByHand
    | Lines
    | Bullets
    | Facts
    | Tell
    | Questions
    | OwnWords
    | Room
    | Outline
    | Tips
)


@dataclass(frozen=True)
class SheetBlocks:
    """The whole sheet.

    ``first`` is page 1, ``second`` what follows from page 2 on; ``wide`` is the table of many
    methods on a landscape page between them, else empty. ``long`` are the reader's long texts,
    else empty; the landscape page then comes after them, so that the rest can run on without a
    break. ``footer`` stands on every page.
    """

    first: tuple[Block, ...]
    wide: tuple[Block, ...]
    second: tuple[Block, ...]
    long: tuple[Block, ...]
    footer: tuple[str, ...]

    @property
    def all(self) -> tuple[Block, ...]:
        """Every block in reading order."""
        if self.long:
            return self.first + self.second + self.long + self.wide
        return self.first + self.wide + self.second


def sheet_blocks(catalogue: Catalogue, sheet: Sheet) -> SheetBlocks:
    """Lay out the words of a sheet.

    Args:
        catalogue: The content, for the printed words.
        sheet: What is printed.
    """
    parts = parted(catalogue, sheet)
    return SheetBlocks(
        first=page_one(catalogue, parts.sheet),
        wide=tuple(_wide(catalogue, sheet)) if sheet.sideways else (),
        second=tuple(_second(catalogue, parts)),
        long=tuple(_long(catalogue, parts)),
        footer=footer(catalogue, sheet),
    )


def page_one(catalogue: Catalogue, sheet: Sheet) -> tuple[Block, ...]:
    """The blocks of page 1, with every text in its place however long it is."""
    return tuple(_first(catalogue, sheet))


def longer_questions(catalogue: Catalogue) -> str:
    """The line that says where the reader's long questions stand."""
    return catalogue.sheet.long_questions.format(title=catalogue.sheet.long_title)


def date_line(catalogue: Catalogue, sheet: Sheet) -> str:
    """The line that says when the sheet was made."""
    return catalogue.sheet.date_line.format(date=in_words(catalogue, sheet.made_on))


def reason(catalogue: Catalogue, question: SheetQuestion) -> str:
    """What is printed below a question: why it is asked, or that it is the reader's own."""
    if question.own:
        return catalogue.sheet.own_question
    return catalogue.sheet.why.format(why=question.why) if question.why else ""


def row_name(catalogue: Catalogue, row: FactRow) -> str:
    """The name of a fact, with the sign that it is one of the reader's concerns."""
    return f"{row.name} {catalogue.sheet.marked}" if row.marked else row.name


def report_line(catalogue: Catalogue) -> str:
    """Where to report an error."""
    return catalogue.sheet.report.format(contact=catalogue.manifest.contact)


def table_columns(methods: int) -> tuple[range, ...]:
    """Which methods go into which table on landscape pages: about as many in each.

    Args:
        methods: How many methods there are.
    """
    tables = -(-methods // MOST_COLUMNS_SIDEWAYS)
    edges = [methods * table // tables for table in range(tables + 1)] if tables else []
    return tuple(range(start, end) for start, end in pairwise(edges))


def footer(catalogue: Catalogue, sheet: Sheet) -> tuple[str, ...]:
    """The sentences at the foot of every page, without the number of the page."""
    words = catalogue.sheet
    manifest = catalogue.manifest
    reviewed = (
        words.not_reviewed
        if manifest.checked_by == "none"
        else words.reviewed.format(name=manifest.checked_by)
    )
    version = words.version.format(
        version=in_words(catalogue, sheet.content_version), date=in_words(catalogue, sheet.made_on)
    )
    return (
        words.not_advice,
        reviewed,
        *overdue_words(catalogue, words.overdue, sheet.made_on),
        version,
        words.sources_at.format(address=manifest.site_address),
        words.funding.format(funding=manifest.funding),
    )


def _first(catalogue: Catalogue, sheet: Sheet) -> Iterator[Block]:
    words = catalogue.sheet
    yield Title(words.title)
    yield Words(sheet.decision)
    yield Words(words.doctor_line)
    yield ByHand(words.name_line, date_line(catalogue, sheet))
    yield Heading(words.told_title)
    yield Lines(sheet.told)
    yield Heading(words.matters_title)
    yield Lines(sheet.matters)
    yield Heading(words.time_title)
    yield Lines(sheet.time)
    yield Heading(words.methods_title)
    yield from _methods(catalogue, sheet)
    yield Heading(words.leaning_title)
    yield Words(", ".join(sheet.leaning))
    yield Heading(words.tell_title)
    if sheet.tell:
        yield Tell(sheet.tell, words.earlier_procedures)
    else:
        yield Words(words.tell_nothing)
    yield Outline(words.outline_title, words.outline_caption, words.outline_alt)


def _methods(catalogue: Catalogue, sheet: Sheet) -> Iterator[Block]:
    words = catalogue.sheet
    if sheet.methods and not sheet.sideways:
        yield _facts(catalogue, sheet)
        yield Words(words.effect_note, note=True)
    else:
        if not sheet.methods:
            yield Words(words.no_methods_chosen)
        yield Bullets(sheet.methods or sheet.listed_names)
    yield Words(sheet.list_note, note=True)


def _wide(catalogue: Catalogue, sheet: Sheet) -> Iterator[Block]:
    yield Heading(catalogue.sheet.methods_title)
    yield _facts(catalogue, sheet)
    yield Words(catalogue.sheet.effect_note, note=True)


def _facts(catalogue: Catalogue, sheet: Sheet) -> Facts:
    words = catalogue.sheet
    rows = tuple(
        FactRow(name=row_name(catalogue, row), marked=row.marked, cells=row.cells)
        for row in sheet.rows
    )
    return Facts(words.methods_title, words.fact_head, sheet.methods, rows)


def _second(catalogue: Catalogue, parts: Parted) -> Iterator[Block]:
    words = catalogue.sheet
    sheet = parts.sheet
    yield Heading(words.questions_title)
    yield Questions(
        tuple(
            Question(question.text, reason(catalogue, question), question.own)
            for question in sheet.questions
        )
    )
    if parts.questions:
        yield Words(longer_questions(catalogue))
    yield Heading(words.needs_title)
    if sheet.needs:
        yield Bullets(sheet.needs)
    else:
        yield Room(1)
    yield Heading(words.agreed_title)
    yield Room(2)
    yield Heading(words.next_steps_title)
    yield OwnWords(sheet.next_steps)
    yield Room(1)
    yield Heading(words.notes_title)
    yield OwnWords(sheet.notes)
    yield Room(1 if sheet.notes else 2)
    yield Heading(words.tips_title)
    yield Tips(sheet.tips)
    yield Words(report_line(catalogue), note=True)


def _long(catalogue: Catalogue, parts: Parted) -> Iterator[Block]:
    if parts.lines or parts.questions:
        yield Heading(catalogue.sheet.long_title)
    if parts.lines:
        yield Lines(parts.lines)
    if parts.questions:
        yield Questions(tuple(Question(item.text, "", own=True) for item in parts.questions))
