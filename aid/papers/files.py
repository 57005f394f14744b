"""Every file that can be made for a reader: its name in an address, and what makes it.

A maker is imported when it is first asked for, so that nobody waits for what they do not use.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

from aid.answers.file import answers_json
from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import Paper, SheetFormatId
from aid.papers.sheet.content import build_sheet
from aid.papers.sheet.formats import SHEET_FORMATS

FileId: TypeAlias = (
    SheetFormatId | Literal["answers", "table", "questionnaire", "questionnaire-response"]
)
"""A kind of file; a format of the sheet stands for the sheet in that format."""


@dataclass(frozen=True)
class Wish:
    """All that a file is made from: equal wishes give equal files."""

    answers: Answers
    paper: Paper
    day: date
    """The reader's date, which is printed on the sheet."""


@dataclass(frozen=True)
class ReaderFile:
    """One kind of file."""

    mime: str
    make: Callable[[Catalogue, Wish], bytes]
    holds_answers: bool = True
    """Without them, a reader's answers are not sent along to have it made."""


def _sheet(format_id: SheetFormatId) -> ReaderFile:
    made_as = SHEET_FORMATS[format_id]

    def make(catalogue: Catalogue, wish: Wish) -> bytes:
        sheet = build_sheet(catalogue, wish.answers, wish.day)
        return made_as.make(catalogue, sheet, wish.paper)

    return ReaderFile(made_as.mime, make)


def _answers(catalogue: Catalogue, wish: Wish) -> bytes:
    version = catalogue.content_version.isoformat()
    return answers_json(wish.answers, version).encode()


def _table(catalogue: Catalogue, wish: Wish) -> bytes:
    from aid.views.tidy_table import table_csv

    del wish
    return table_csv(catalogue)


def _questionnaire(catalogue: Catalogue, wish: Wish) -> bytes:
    from aid.papers.health_record.questionnaire import questionnaire, written

    del wish
    return written(questionnaire(catalogue))


def _response(catalogue: Catalogue, wish: Wish) -> bytes:
    from aid.papers.health_record.questionnaire import written
    from aid.papers.health_record.response import response

    return written(response(catalogue, wish.answers))


FILES: Final[Mapping[FileId, ReaderFile]] = {
    **{format_id: _sheet(format_id) for format_id in SHEET_FORMATS},
    "answers": ReaderFile("application/json", _answers),
    "table": ReaderFile("text/csv;charset=utf-8", _table, holds_answers=False),
    "questionnaire": ReaderFile("application/fhir+json", _questionnaire, holds_answers=False),
    "questionnaire-response": ReaderFile("application/fhir+json", _response),
}
