"""Which of a reader's texts are too long for their place on the sheet: they move to its end.

Page 1 is for a doctor's thirty seconds. A long text of the reader's own would push everything else
off it, so a line points to the end, where the whole text is printed. Every format does the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from aid.catalogue.catalogue import Catalogue
from aid.papers.sheet.content import Line, Sheet, SheetQuestion

MOST_IN_PLACE = 400
"""Characters of a text that stays in its place."""

MOST_LINES_IN_PLACE = 8
"""Lines of a text that stays in its place."""


@dataclass(frozen=True)
class Overflow:
    """The long texts of a sheet, in the order of the places they were taken from."""

    lines: tuple[Line, ...]
    questions: tuple[SheetQuestion, ...]


def move_long_texts(catalogue: Catalogue, sheet: Sheet) -> tuple[Sheet, Overflow]:
    """Take the long texts out of a sheet.

    Args:
        catalogue: The content, for the line that points to the end.
        sheet: What is printed.

    Returns:
        The sheet with a line that points to the end in place of each long text, and without
        long questions; and the long texts.
    """
    words = catalogue.sheet
    pointer = words.long_pointer.format(title=words.long_title)
    long: list[Line] = []

    def place(line: Line) -> Line:
        if not (line.words and is_long(line.value)):
            return line
        long.append(line)
        return Line(line.label, pointer)

    def place_text(label: str, text: str) -> str:
        return place(Line(label, text, words=True)).value

    short = replace(
        sheet,
        told=tuple(map(place, sheet.told)),
        matters=tuple(map(place, sheet.matters)),
        time=tuple(map(place, sheet.time)),
        tell=tuple(
            replace(item, words=place_text(words.earlier_procedures, item.words))
            for item in sheet.tell
        ),
        questions=tuple(item for item in sheet.questions if not _is_long_question(item)),
        next_steps=place_text(words.next_steps_title, sheet.next_steps),
        notes=place_text(words.notes_title, sheet.notes),
    )
    return short, Overflow(tuple(long), tuple(filter(_is_long_question, sheet.questions)))


def is_long(text: str) -> bool:
    """Whether a text of the reader's own is too long for its place."""
    return len(text) > MOST_IN_PLACE or len(text.splitlines()) > MOST_LINES_IN_PLACE


def _is_long_question(question: SheetQuestion) -> bool:
    return question.own and is_long(question.text)
