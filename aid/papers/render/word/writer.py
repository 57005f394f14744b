"""Blocks as the paragraphs, lists and tables of a Word file, so that they can be changed."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, singledispatchmethod
from typing import Final

import typst
from docx.document import Document
from docx.shared import Mm
from docx.text.paragraph import Paragraph as WordParagraph

from aid.papers.blocks import (
    Blank,
    Block,
    Bullets,
    Entry,
    Figure,
    Pairs,
    Paragraph,
    Prompts,
    Question,
    Questions,
    Room,
    Section,
    Table,
    Terms,
    Typed,
    characters,
    split_columns,
)
from aid.papers.render.word.styles import (
    NAME,
    NOTE,
    PAIR,
    QUESTION,
    REASON,
    RIGHT_TO_LEFT,
    ROOM,
)
from aid.papers.render.word.tables import write_table
from aid.papers.typesetting.sanitize import is_right_to_left, readable

_TICK_BOX: Final = "☐"
_TICK_BOX_FONT: Final = "Segoe UI Symbol"
_FIGURE_HEIGHT: Final = Mm(20)
_FIGURE_DOTS_PER_INCH: Final = 220
_LONGEST_BESIDE: Final = 46
"""Characters of a label and its text that may share a line with another."""
_LONGEST_WITH_ROOM: Final = 80
"""Characters of a question that leaves room to write on its own line."""


@dataclass(frozen=True)
class WordWriter:
    """Writes blocks at the end of a document.

    Attributes:
        document: The document, with its styles.
        drawings: The SVG of each drawing by its name.
        most_columns: How many columns of a table fit on a page, beside the first.
    """

    document: Document
    drawings: Mapping[str, str]
    most_columns: int

    def write(self, blocks: Iterable[Block]) -> None:
        """Write blocks, in order."""
        for block in blocks:
            self._write(block)

    @singledispatchmethod
    def _write(self, block: object) -> None:
        raise TypeError(type(block))

    @_write.register
    def _(self, block: Section) -> None:
        self.document.add_heading(block.title, level=1)
        self.write(block.blocks)

    @_write.register
    def _(self, block: Paragraph) -> None:
        if isinstance(block.text, Typed):
            self._write_typed(block.text.text)
        else:
            self.document.add_paragraph(block.text, style=NOTE if block.note else None)

    @_write.register
    def _(self, block: Blank) -> None:
        self.document.add_paragraph(f"{block.label} \t {block.beside}", style=NAME)

    @_write.register
    def _(self, block: Pairs) -> None:
        waiting: list[Entry] = []
        for entry in block.items:
            if _is_long(entry):
                self._write_pair(waiting)
                waiting = []
                self._write_labelled(entry)
            else:
                waiting.append(entry)
                if len(waiting) == 2:
                    self._write_pair(waiting)
                    waiting = []
        self._write_pair(waiting)

    @_write.register
    def _(self, block: Terms) -> None:
        for entry in block.items:
            paragraph = self.document.add_paragraph(style=NOTE)
            paragraph.add_run(f"{entry.label}.").bold = True
            paragraph.add_run(f" {characters(entry.text)}")

    @_write.register
    def _(self, block: Bullets) -> None:
        for item in block.items:
            self.document.add_paragraph(item, style="List Bullet")

    @_write.register
    def _(self, block: Table) -> None:
        for position, table in enumerate(split_columns(block, self.most_columns)):
            if position:
                self.document.add_paragraph().paragraph_format.page_break_before = True
            write_table(self.document, table)

    @_write.register
    def _(self, block: Prompts) -> None:
        for item in block.items:
            said = f"{item.text} {item.fill_in}".rstrip()
            self.document.add_paragraph(f"{said} \t", style="List Bullet")
            if item.said:
                self._write_labelled(item.said)

    @_write.register
    def _(self, block: Questions) -> None:
        for item in block.items:
            self._write_question(item)

    @_write.register
    def _(self, block: Room) -> None:
        self._write_room(block.lines)

    @_write.register
    def _(self, block: Figure) -> None:
        self.document.add_paragraph(block.caption).paragraph_format.keep_with_next = True
        room = self.document.add_paragraph(style=ROOM)
        picture = room.add_run().add_picture(
            io.BytesIO(_picture(self.drawings[block.drawing])), height=_FIGURE_HEIGHT
        )
        picture._inline.docPr.set("descr", block.alt)
        room.add_run(" \t")

    def _write_question(self, question: Question) -> None:
        paragraph = self.document.add_paragraph(style=QUESTION)
        tick_box = paragraph.add_run(_TICK_BOX)
        tick_box.font.name = _TICK_BOX_FONT
        paragraph.add_run(" ")
        text = characters(question.text)
        if isinstance(question.text, Typed):
            first, *others = readable(text).paragraphs or (None,)
            if first:
                _add_lines(paragraph, first.lines, rtl=first.right_to_left)
            for part in others:
                below = self.document.add_paragraph(style=REASON)
                _add_lines(below, part.lines, rtl=part.right_to_left)
        else:
            paragraph.add_run(text)
        one_line = len(text) <= _LONGEST_WITH_ROOM and "\n" not in text
        beside = one_line and not is_right_to_left(text)
        if beside:
            paragraph.add_run(" \t")
        if question.reason:
            reason = self.document.add_paragraph(question.reason, style=REASON)
            reason.paragraph_format.keep_with_next = not beside
        if not beside:
            self._write_room(1)

    def _write_pair(self, entries: Sequence[Entry]) -> None:
        """Up to two short answers, side by side."""
        if not entries:
            return
        paragraph = self.document.add_paragraph(style=PAIR)
        for at, entry in enumerate(entries):
            if at:
                paragraph.add_run("\t")
            paragraph.add_run(f"{entry.label}:").bold = True
            paragraph.add_run(f" {characters(entry.text)}")

    def _write_labelled(self, entry: Entry) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.add_run(f"{entry.label}:").bold = True
        text = characters(entry.text)
        parts = readable(text).paragraphs
        if len(parts) == 1 and not parts[0].right_to_left:
            paragraph.add_run(" ")
            _add_lines(paragraph, parts[0].lines, rtl=False)
        else:
            self._write_typed(text)

    def _write_typed(self, text: str) -> None:
        for part in readable(text).paragraphs:
            style = RIGHT_TO_LEFT if part.right_to_left else None
            paragraph = self.document.add_paragraph(style=style)
            _add_lines(paragraph, part.lines, rtl=part.right_to_left)

    def _write_room(self, lines: int) -> None:
        for _number in range(lines):
            self.document.add_paragraph("\t", style=ROOM)


def _is_long(entry: Entry) -> bool:
    if isinstance(entry.text, Typed):
        return True
    return len(f"{entry.label} {entry.text}") > _LONGEST_BESIDE


def _add_lines(paragraph: WordParagraph, lines: tuple[str, ...], *, rtl: bool) -> None:
    run = paragraph.add_run("\n".join(lines))
    if rtl:
        run.font.rtl = True


@cache
def _picture(svg: str) -> bytes:
    """One of our drawings as pixels: not every program that opens Word files can draw SVG."""
    project = {
        "main.typ": b'#set page(width: auto, height: auto, margin: 0mm)\n#image("drawing.svg")',
        "drawing.svg": svg.encode("utf-8"),
    }
    return typst.compile(project, format="png", ppi=_FIGURE_DOTS_PER_INCH)  # type: ignore[call-overload, no-any-return]
