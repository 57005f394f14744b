"""The sheet as blocks, section by section, in the order in which they are read.

Every format renders these sections, so none can have other words than the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aid.catalogue.catalogue import Catalogue
from aid.formatting.locale import in_words, listed
from aid.formatting.review_date import overdue_words
from aid.papers.blocks import (
    Blank,
    Block,
    Bullets,
    Entry,
    Figure,
    Pairs,
    Paragraph,
    Prompt,
    Prompts,
    Question,
    Questions,
    Room,
    Row,
    Section,
    Table,
    Terms,
    Typed,
)
from aid.papers.sheet.content import Line, Sheet, SheetQuestion, TellLine
from aid.papers.sheet.overflow import Overflow, move_long_texts

MOST_COLUMNS_SIDEWAYS = 8
"""Methods that one table can hold on a landscape page."""

PLACES = "places"
"""The section to mark with a pen. It has no use on a phone."""


@dataclass(frozen=True)
class SheetLayout:
    """The whole sheet.

    ``opening`` is below the title. ``first`` is page 1, ``second`` what follows from page 2 on;
    ``wide`` is the table of many methods on landscape pages between them, else empty. ``long`` has
    the reader's long texts, else it is empty; the landscape pages then come after them, so that the
    rest can run on without a break. ``footer`` is printed on every page.
    """

    title: str
    opening: tuple[Block, ...]
    first: tuple[Section, ...]
    wide: tuple[Section, ...]
    second: tuple[Section, ...]
    long: tuple[Section, ...]
    footer: tuple[str, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """Every section in reading order."""
        if self.long:
            return self.first + self.second + self.long + self.wide
        return self.first + self.wide + self.second


def lay_out(catalogue: Catalogue, sheet: Sheet) -> SheetLayout:
    """Lay out a sheet.

    Args:
        catalogue: The content, for the printed words.
        sheet: What is printed.
    """
    short, long = move_long_texts(catalogue, sheet)
    return SheetLayout(
        title=catalogue.sheet.title,
        opening=opening(catalogue, sheet),
        first=page_one(catalogue, short),
        wide=tuple(_wide(catalogue, sheet)) if sheet.sideways else (),
        second=tuple(_second(catalogue, short, long)),
        long=tuple(_long(catalogue, long)),
        footer=footer(catalogue, sheet),
    )


def opening(catalogue: Catalogue, sheet: Sheet) -> tuple[Paragraph, Paragraph, Blank]:
    """What comes before the first heading: the decision, a line to the doctor, name and date."""
    words = catalogue.sheet
    date_line = words.date_line.format(date=in_words(catalogue, sheet.made_on))
    return (
        Paragraph(sheet.decision),
        Paragraph(words.doctor_line),
        Blank(words.name_line, date_line),
    )


def page_one(catalogue: Catalogue, sheet: Sheet) -> tuple[Section, ...]:
    """The sections of page 1, with every text in its place however long it is."""
    words = catalogue.sheet
    tell: Block = Paragraph(words.tell_nothing)
    if sheet.tell:
        tell = Prompts(tuple(_prompt(catalogue, item) for item in sheet.tell))
    return (
        Section("told", words.told_title, (_answers(sheet.told),)),
        Section("matters", words.matters_title, (_answers(sheet.matters),)),
        Section("time", words.time_title, (_answers(sheet.time),)),
        Section("methods", words.methods_title, tuple(_methods(catalogue, sheet))),
        *_compared(catalogue, sheet),
        Section("leaning", words.leaning_title, (Paragraph(listed(catalogue, sheet.leaning)),)),
        Section("tell", words.tell_title, (tell,)),
        Section(
            PLACES,
            words.outline_title,
            (Figure("sheet-outline", words.outline_alt, words.outline_caption),),
        ),
    )


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


def _answers(lines: tuple[Line, ...]) -> Pairs:
    return Pairs(
        tuple(Entry(line.label, Typed(line.value) if line.words else line.value) for line in lines)
    )


def _prompt(catalogue: Catalogue, item: TellLine) -> Prompt:
    said = Entry(catalogue.sheet.earlier_procedures, Typed(item.words)) if item.words else None
    return Prompt(item.text, item.fill_in, said)


def _methods(catalogue: Catalogue, sheet: Sheet) -> Iterator[Block]:
    words = catalogue.sheet
    if sheet.methods and not sheet.sideways:
        yield _table(catalogue, sheet)
        yield Paragraph(words.effect_note, note=True)
    else:
        if not sheet.methods:
            yield Paragraph(words.no_methods_chosen)
        yield Bullets(sheet.methods or sheet.listed_names)
    yield Paragraph(sheet.list_note, note=True)


def _compared(catalogue: Catalogue, sheet: Sheet) -> Iterator[Section]:
    words = catalogue.sheet
    if sheet.compared:
        note = Paragraph(words.compared_note, note=True)
        yield Section("compared", words.compared_title, (Terms(sheet.compared), note))


def _wide(catalogue: Catalogue, sheet: Sheet) -> Iterator[Section]:
    words = catalogue.sheet
    note = Paragraph(words.effect_note, note=True)
    yield Section("wide", words.methods_title, (_table(catalogue, sheet), note))


def _table(catalogue: Catalogue, sheet: Sheet) -> Table:
    words = catalogue.sheet
    return Table(
        name="sheet",
        caption=words.methods_title,
        head=(words.fact_head, *sheet.methods),
        rows=tuple(
            Row(row.name, row.cells, words.marked if row.marked else "") for row in sheet.rows
        ),
    )


def _second(catalogue: Catalogue, sheet: Sheet, long: Overflow) -> Iterator[Section]:
    words = catalogue.sheet
    questions: list[Block] = [
        Questions(tuple(_question(catalogue, question) for question in sheet.questions))
    ]
    if long.questions:
        questions.append(Paragraph(words.long_questions.format(title=words.long_title)))
    yield Section("questions", words.questions_title, tuple(questions))
    needs = Bullets(sheet.needs) if sheet.needs else Room(1)
    yield Section("needs", words.needs_title, (needs,))
    yield Section("agreed", words.agreed_title, (Room(2),))
    yield Section("next-steps", words.next_steps_title, (*_typed(sheet.next_steps), Room(1)))
    room = Room(1 if sheet.notes else 2)
    yield Section("notes", words.notes_title, (*_typed(sheet.notes), room))
    tips = Terms(sheet.tips)
    report = Paragraph(words.report.format(contact=catalogue.manifest.contact), note=True)
    yield Section("tips", words.tips_title, (tips, report))


def _question(catalogue: Catalogue, question: SheetQuestion) -> Question:
    words = catalogue.sheet
    if question.own:
        return Question(Typed(question.text), words.own_question)
    return Question(question.text, words.why.format(why=question.why) if question.why else "")


def _typed(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph(Typed(text)),) if text else ()


def _long(catalogue: Catalogue, long: Overflow) -> Iterator[Section]:
    blocks: list[Block] = []
    if long.lines:
        blocks.append(_answers(long.lines))
    if long.questions:
        blocks.append(Questions(tuple(Question(Typed(item.text)) for item in long.questions)))
    if blocks:
        yield Section("long", catalogue.sheet.long_title, tuple(blocks))
