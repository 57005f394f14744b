"""The formats of the sheet: for each its media type and the function that makes it.

A maker is imported when it is first asked for, so that nobody waits for what they do not use.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import Paper, SheetFormatId
from aid.papers.sheet.content import Sheet, typed_texts
from aid.papers.typesetting.sanitize import readable


@dataclass(frozen=True)
class SheetFormat:
    """One format.

    ``make`` returns the file; ``replaces_characters`` says whether a character that the reader
    typed appears in it as U+FFFD.
    """

    mime: str
    make: Callable[[Catalogue, Sheet, Paper], bytes]
    replaces_characters: Callable[[Sheet], bool]


def _make_pdf(catalogue: Catalogue, sheet: Sheet, paper: Paper) -> bytes:
    from aid.papers.sheet.pdf import sheet_pdf

    return sheet_pdf(catalogue, sheet, paper)


def _make_docx(catalogue: Catalogue, sheet: Sheet, paper: Paper) -> bytes:
    from aid.papers.sheet.word import sheet_docx

    return sheet_docx(catalogue, sheet, paper)


def _make_txt(catalogue: Catalogue, sheet: Sheet, paper: Paper) -> bytes:
    from aid.papers.sheet.text import sheet_text

    del paper
    return sheet_text(catalogue, sheet).encode("utf-8")


def _pdf_replaces(sheet: Sheet) -> bool:
    from aid.papers.sheet.pdf import undrawable

    return undrawable(sheet)


def _readable_replaces(sheet: Sheet) -> bool:
    return any(readable(text).replaced for text in typed_texts(sheet))


SHEET_FORMATS: Mapping[SheetFormatId, SheetFormat] = {
    "pdf": SheetFormat("application/pdf", _make_pdf, _pdf_replaces),
    "docx": SheetFormat(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _make_docx,
        _readable_replaces,
    ),
    "txt": SheetFormat("text/plain;charset=utf-8", _make_txt, _readable_replaces),
}
"""Every format, in the order in which they are offered. Its id is the ending of its file name."""
