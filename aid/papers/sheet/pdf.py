"""The discussion sheet as a PDF: tagged, accessible, fillable, the same bytes for the same sheet.

Typst sets it from ``sheet.typ``, in memory. Every text goes in as JSON data, never as markup, so
nothing that a reader types can act as a command. ``aid.papers.typesetting.form_fields`` then adds
what Typst cannot.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from typing import Any

import typst

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import Paper
from aid.errors import SheetError
from aid.papers.blocks import (
    Block,
    Figure,
    Prompts,
    Questions,
    Room,
    Section,
    Table,
    characters,
    split_columns,
)
from aid.papers.render.typst import as_json, label, one_line, template_data
from aid.papers.sheet.content import Sheet, typed_texts
from aid.papers.sheet.layout import MOST_COLUMNS_SIDEWAYS, SheetLayout, lay_out
from aid.papers.typesetting.fonts import FONTS
from aid.papers.typesetting.form_fields import add_fields
from aid.papers.typesetting.sanitize import printable
from aid.papers.typesetting.typst import TYPST_PAPERS, set_pdf

_TEMPLATE = Path(__file__).with_name("sheet.typ").read_bytes()
_FAILED = "The sheet could not be set as a PDF."

_log = logging.getLogger(__name__)


def sheet_pdf(catalogue: Catalogue, sheet: Sheet, paper: Paper = "a4") -> bytes:
    """Make the discussion sheet as a PDF.

    Args:
        catalogue: The content, for the printed words.
        sheet: What is printed. Its own words may hold any characters.
        paper: The size of the pages.

    Returns:
        The PDF: PDF/UA-1, with fields to tick and to write in. The same sheet gives the same bytes.

    Raises:
        SheetError: The sheet cannot be set. Its one sentence holds nothing that a reader typed.
    """
    layout = lay_out(catalogue, sheet)
    files = {
        "main.typ": _TEMPLATE,
        "data.json": template_data(
            _data(catalogue, layout), catalogue.language, TYPST_PAPERS[paper]
        ),
        "sheet-outline.svg": catalogue.drawings["sheet-outline"].encode(),
    }
    try:
        pdf = set_pdf(files, sheet.made_on)
    except typst.TypstError:
        # Typst refuses the strict kind for a single character it cannot draw. A tagged sheet
        # without the claim is more useful than none. The error may quote a reader's words: it is
        # not logged.
        _log.warning("A sheet was made without the PDF/UA claim.")
        try:
            pdf = set_pdf(files, sheet.made_on, standards=())
        except typst.TypstError:
            raise SheetError((_FAILED,)) from None
    return add_fields(pdf, dict(_labels(layout)))


def undrawable(sheet: Sheet) -> bool:
    """Whether a character that a reader typed cannot be drawn and appears as U+FFFD on the PDF."""
    return any(printable(text, FONTS).replaced for text in typed_texts(sheet))


def _data(catalogue: Catalogue, layout: SheetLayout) -> dict[str, Any]:
    """What the template prints: it places every section by its name."""
    return {
        "title": one_line(layout.title),
        "opening": as_json(layout.opening),
        "sections": {section.name: as_json(_paged(section)) for section in layout.sections},
        "footer": as_json(layout.footer),
        "page-of": one_line(catalogue.sheet.page_of),
    }


def _paged(section: Section) -> Section:
    """A section whose tables are no wider than a page."""
    blocks: list[Block] = []
    for block in section.blocks:
        if isinstance(block, Table):
            blocks.extend(split_columns(block, MOST_COLUMNS_SIDEWAYS))
        else:
            blocks.append(block)
    return replace(section, blocks=tuple(blocks))


def _labels(layout: SheetLayout) -> Iterator[tuple[str, str]]:
    """What a screen reader says for each field, by the name that the template gives it."""
    prompts, questions = count(1), count(1)
    for section, block in chain.from_iterable(
        ((section, block) for block in section.blocks) for section in layout.sections
    ):
        if isinstance(block, Room | Figure):
            yield section.name, label(section.title)
        elif isinstance(block, Prompts):
            for item in block.items:
                yield f"tell-{next(prompts)}", label(f"{item.text} {item.fill_in}")
        elif isinstance(block, Questions):
            for question in block.items:
                number = next(questions)
                said = label(characters(question.text))
                yield f"tick-{number}", said
                yield f"answer-{number}", said
