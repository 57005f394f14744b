"""The formats of the sheet: for each its file name ending, its media type and its maker.

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

    ``make`` gives the file; ``loses`` says whether a sign that the reader typed shows as U+FFFD.
    """

    suffix: str
    mime: str
    make: Callable[[Catalogue, Sheet, Paper], bytes]
    loses: Callable[[Sheet], bool]


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


def _pdf_loses(sheet: Sheet) -> bool:
    from aid.papers.sheet.pdf import undrawable

    return undrawable(sheet)


def _others_lose(sheet: Sheet) -> bool:
    return any(readable(text).replaced for text in typed_texts(sheet))


SHEET_FORMATS: Mapping[SheetFormatId, SheetFormat] = {
    "pdf": SheetFormat(".pdf", "application/pdf", _make_pdf, _pdf_loses),
    "docx": SheetFormat(
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _make_docx,
        _others_lose,
    ),
    "txt": SheetFormat(".txt", "text/plain;charset=utf-8", _make_txt, _others_lose),
}
"""Every format, in the order in which they are offered."""
