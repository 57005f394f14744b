"""The discussion sheet as a PDF: tagged, accessible, fillable, the same bytes for the same sheet.

Typst sets it from ``sheet.typ``, in memory. Every text goes in as JSON data, never as markup, so
nothing that a reader types can act as a command. ``aid.papers.typesetting.form_fields`` then adds
what Typst cannot.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import typst

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import Paper
from aid.errors import SheetError
from aid.papers.sheet.blocks import (
    date_line,
    footer,
    longer_questions,
    reason,
    report_line,
    table_columns,
)
from aid.papers.sheet.content import Line, Sheet, typed_texts
from aid.papers.sheet.overflow import Parted, parted
from aid.papers.typesetting.fonts import FONTS, TICK_BOX_FAMILY
from aid.papers.typesetting.form_fields import add_fields
from aid.papers.typesetting.sanitize import BREAK, printable
from aid.papers.typesetting.typst import LANGUAGE, TYPST_PAPERS, set_pdf
from aid.papers.typesetting.typst import one_line as _text

_TEMPLATE = Path(__file__).with_name("sheet.typ").read_bytes()
_FAILED = "The sheet could not be set as a PDF."

_log = logging.getLogger(__name__)

_Paragraph = dict[str, Any]


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
    parts = parted(catalogue, sheet)
    data = json.dumps(_data(catalogue, parts, paper), ensure_ascii=True).encode()
    outline = catalogue.drawings["sheet-outline"].encode("utf-8")
    files = {"main.typ": _TEMPLATE, "data.json": data, "outline.svg": outline}
    try:
        pdf = set_pdf(files, sheet.made_on)
    except typst.TypstError:
        # Typst refuses the strict kind for a single sign it cannot draw. A tagged sheet without
        # the claim is of more use than none. The error may quote a reader's words: not logged.
        _log.warning("A sheet was made without the PDF/UA claim.")
        try:
            pdf = set_pdf(files, sheet.made_on, standards=())
        except typst.TypstError:
            raise SheetError((_FAILED,)) from None
    return add_fields(pdf, _labels(catalogue, parts))


def undrawable(sheet: Sheet) -> bool:
    """Whether a sign that a reader typed cannot be drawn and appears as U+FFFD on the PDF."""
    return any(printable(text, FONTS).replaced for text in typed_texts(sheet))


def _paragraphs(text: str) -> list[_Paragraph]:
    """A reader's text: paragraphs of lines, each paragraph in one direction."""
    return [
        {"rtl": part.right_to_left, "lines": list(part.lines)}
        for part in printable(text, FONTS).paragraphs
    ]


def _line(line: Line) -> dict[str, Any]:
    value = _paragraphs(line.value if line.words else _text(line.value))
    return {"label": _text(line.label), "value": value}


def _data(catalogue: Catalogue, parts: Parted, paper: Paper) -> dict[str, Any]:
    """Everything that the template prints, in its words."""
    words = catalogue.sheet
    sheet = parts.sheet
    return {
        "lang": LANGUAGE,
        "paper": TYPST_PAPERS[paper],
        "fonts": [font.family for font in FONTS],
        "tick-box-font": TICK_BOX_FAMILY,
        "title": _text(words.title),
        "decision": _text(sheet.decision),
        "name-line": _text(words.name_line),
        "date-line": _text(date_line(catalogue, sheet)),
        "doctor-line": _text(words.doctor_line),
        "told": {"title": _text(words.told_title), "lines": [_line(line) for line in sheet.told]},
        "matters": {
            "title": _text(words.matters_title),
            "lines": [_line(line) for line in sheet.matters],
        },
        "time": {"title": _text(words.time_title), "lines": [_line(line) for line in sheet.time]},
        "methods": _methods(catalogue, sheet),
        "leaning": {
            "title": _text(words.leaning_title),
            "items": [_text(item) for item in sheet.leaning],
        },
        "tell": {
            "title": _text(words.tell_title),
            "nothing": _text(words.tell_nothing),
            "own-words": _text(words.earlier_procedures),
            "items": [
                {
                    "text": _text(item.text),
                    "fill-in": _text(item.fill_in),
                    "words": _paragraphs(item.words),
                }
                for item in sheet.tell
            ],
        },
        "outline": {
            "title": _text(words.outline_title),
            "caption": _text(words.outline_caption),
            "alt": _text(words.outline_alt),
        },
        "questions": {
            "title": _text(words.questions_title),
            "items": [
                {
                    "text": _paragraphs(question.text),
                    "why": _text(reason(catalogue, question)),
                }
                for question in sheet.questions
            ],
            "longer": _text(longer_questions(catalogue)) if parts.questions else "",
        },
        "long": {
            "title": _text(words.long_title),
            "lines": [_line(line) for line in parts.lines],
            "questions": [_paragraphs(question.text) for question in parts.questions],
        },
        "needs": {
            "title": _text(words.needs_title),
            "items": [_text(item) for item in sheet.needs],
        },
        "agreed": {"title": _text(words.agreed_title)},
        "next-steps": {
            "title": _text(words.next_steps_title),
            "text": _paragraphs(sheet.next_steps),
        },
        "notes": {"title": _text(words.notes_title), "text": _paragraphs(sheet.notes)},
        "tips": {
            "title": _text(words.tips_title),
            "items": [{"title": _text(tip.title), "text": _text(tip.text)} for tip in sheet.tips],
        },
        "report": _text(report_line(catalogue)),
        "footer": [_text(part) for part in footer(catalogue, sheet)],
        "page-of": _text(words.page_of),
    }


def _methods(catalogue: Catalogue, sheet: Sheet) -> dict[str, Any]:
    words = catalogue.sheet
    return {
        "title": _text(words.methods_title),
        "none-chosen": _text(words.no_methods_chosen),
        "list-note": _text(sheet.list_note),
        "effect-note": _text(words.effect_note),
        "sideways": sheet.sideways,
        "names": [_text(name) for name in sheet.methods or sheet.listed_names],
        "tables": [
            {
                "head": [_text(words.fact_head), *(_text(sheet.methods[at]) for at in columns)],
                "rows": [
                    {
                        "name": _text(row.name),
                        "marked": _text(words.marked) if row.marked else "",
                        "cells": [_text(row.cells[at]) for at in columns],
                    }
                    for row in sheet.rows
                ],
            }
            for columns in table_columns(len(sheet.methods))
        ],
    }


def _labels(catalogue: Catalogue, parts: Parted) -> dict[str, str]:
    """What a screen reader says for each field, by the name that the template gives it."""
    words = catalogue.sheet
    labels = {
        "places": words.outline_title,
        "needs": words.needs_title,
        "agreed": words.agreed_title,
        "next-steps": words.next_steps_title,
        "notes": words.notes_title,
    }
    for number, item in enumerate(parts.sheet.tell, start=1):
        labels[f"tell-{number}"] = f"{item.text} {item.fill_in}"
    questions = (*parts.sheet.questions, *parts.questions)
    for number, question in enumerate(questions, start=1):
        labels[f"tick-{number}"] = labels[f"answer-{number}"] = question.text
    return {name: _text(label).replace(BREAK, "") for name, label in labels.items()}
