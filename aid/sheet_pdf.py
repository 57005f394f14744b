"""The discussion sheet as a PDF: tagged, accessible, fillable, the same bytes for the same sheet.

Typst sets it from ``sheet.typ``, in memory. Every text goes in as JSON data, never as markup, so
nothing that a reader types can act as a command. ``aid.pdf_fields`` then adds what Typst cannot.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, time
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, Literal

import typst

from aid.catalogue import Catalogue
from aid.errors import SheetError
from aid.fonts import FONTS, TICK_BOX_FAMILY, typst_fonts
from aid.pdf_fields import add_fields
from aid.printable import BREAK, is_right_to_left, printable
from aid.sheet import Line, Sheet

Paper = Literal["a4", "letter"]

LANGUAGE: Final = "en"
"""The language of the printed words."""

_TEMPLATE = Path(__file__).with_name("sheet.typ").read_bytes()
_PAPERS: Final = {"a4": "a4", "letter": "us-letter"}
_MOST_COLUMNS_SIDEWAYS = 6
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
    data = json.dumps(_data(catalogue, sheet, paper), ensure_ascii=True).encode()
    made_at = datetime.combine(sheet.made_on, time(), UTC)
    try:
        pdf = _set(data, made_at, ["ua-1"])
    except typst.TypstError:
        # Typst refuses the strict kind for a single sign it cannot draw. A tagged sheet without
        # the claim is of more use than none. The error may quote a reader's words: not logged.
        _log.warning("A sheet was made without the PDF/UA claim.")
        try:
            pdf = _set(data, made_at, [])
        except typst.TypstError:
            raise SheetError((_FAILED,)) from None
    return add_fields(pdf, _labels(catalogue, sheet))


def undrawable(sheet: Sheet) -> bool:
    """Whether a sign that a reader typed cannot be drawn and appears as U+FFFD on the PDF."""
    own_words = (
        *(line.value for line in (*sheet.told, *sheet.matters, *sheet.time) if line.words),
        *(item.words for item in sheet.tell),
        *(question.text for question in sheet.questions if question.own),
        sheet.next_steps,
        sheet.notes,
    )
    return any(printable(text, FONTS).replaced for text in own_words)


def _set(data: bytes, made_at: datetime, standards: list[Literal["ua-1"]]) -> bytes:
    # The type stub of Typst leaves out projects in memory.
    project: Any = {"main.typ": _TEMPLATE, "data.json": data}
    # One shared Compiler would fail between threads; compile() with shared fonts does not.
    return typst.compile(
        project,
        format="pdf",
        pdf_standards=[*standards],
        timestamp=made_at,
        font_paths=typst_fonts(),
        ignore_system_fonts=True,
    )


def _text(text: str) -> str:
    """A text of ours, on one line."""
    return " ".join(printable(text, FONTS).lines)


def _paragraphs(text: str) -> list[_Paragraph]:
    """A reader's text: paragraphs of lines, each paragraph in one direction."""
    found: list[_Paragraph] = []
    fresh = True
    for line in printable(text, FONTS).lines:
        if not line:
            fresh = True
            continue
        right_to_left = is_right_to_left(line)
        if fresh or found[-1]["rtl"] != right_to_left:
            found.append({"rtl": right_to_left, "lines": []})
        found[-1]["lines"].append(line)
        fresh = False
    return found


def _line(line: Line) -> dict[str, Any]:
    value = _paragraphs(line.value if line.words else _text(line.value))
    return {"label": _text(line.label), "value": value}


def _data(catalogue: Catalogue, sheet: Sheet, paper: Paper) -> dict[str, Any]:
    """Everything that the template prints, in its words."""
    words = catalogue.sheet
    return {
        "lang": LANGUAGE,
        "paper": _PAPERS[paper],
        "fonts": [font.family for font in FONTS],
        "tick-box-font": TICK_BOX_FAMILY,
        "title": _text(words.title),
        "decision": _text(sheet.decision),
        "name-line": _text(words.name_line),
        "date-line": _text(words.date_line.format(date=sheet.made_on.isoformat())),
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
        "questions": {
            "title": _text(words.questions_title),
            "items": [
                {
                    "text": _paragraphs(question.text),
                    "why": _text(words.own_question)
                    if question.own
                    else _text(words.why.format(why=question.why))
                    if question.why
                    else "",
                }
                for question in sheet.questions
            ],
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
        "footer": _footer(catalogue, sheet),
        "page-of": _text(words.page_of),
    }


def _methods(catalogue: Catalogue, sheet: Sheet) -> dict[str, Any]:
    words = catalogue.sheet
    return {
        "title": _text(words.methods_title),
        "none-chosen": _text(words.no_methods_chosen),
        "list-note": _text(sheet.list_note),
        "effect-note": _text(words.effect_note),
        "marked": _text(words.marked),
        "sideways": sheet.sideways,
        "names": [_text(name) for name in sheet.methods or sheet.listed_names],
        "tables": [
            {
                "head": [_text(words.fact_head), *(_text(sheet.methods[at]) for at in columns)],
                "rows": [
                    {
                        "name": _text(row.name),
                        "marked": row.marked,
                        "cells": [_text(row.cells[at]) for at in columns],
                    }
                    for row in sheet.rows
                ],
            }
            for columns in _tables(len(sheet.methods))
        ],
    }


def _tables(methods: int) -> list[range]:
    """Which methods go into which table: as many as a page can hold, about as many in each."""
    tables = -(-methods // _MOST_COLUMNS_SIDEWAYS)
    edges = [methods * table // tables for table in range(tables + 1)] if tables else []
    return [range(start, end) for start, end in pairwise(edges)]


def _footer(catalogue: Catalogue, sheet: Sheet) -> list[str]:
    words = catalogue.sheet
    manifest = catalogue.manifest
    reviewed = (
        words.not_reviewed
        if manifest.checked_by == "none"
        else words.reviewed.format(name=manifest.checked_by)
    )
    version = words.version.format(
        version=sheet.content_version.isoformat(), date=sheet.made_on.isoformat()
    )
    return [
        _text(part)
        for part in (
            words.not_advice,
            reviewed,
            version,
            words.sources_at.format(address=manifest.site_address),
            words.funding.format(funding=manifest.funding),
        )
    ]


def _labels(catalogue: Catalogue, sheet: Sheet) -> dict[str, str]:
    """What a screen reader says for each field, by the name that the template gives it."""
    words = catalogue.sheet
    labels = {
        "needs": words.needs_title,
        "agreed": words.agreed_title,
        "next-steps": words.next_steps_title,
        "notes": words.notes_title,
    }
    for number, item in enumerate(sheet.tell, start=1):
        labels[f"tell-{number}"] = f"{item.text} {item.fill_in}"
    for number, question in enumerate(sheet.questions, start=1):
        labels[f"tick-{number}"] = labels[f"answer-{number}"] = question.text
    return {name: _text(label).replace(BREAK, "") for name, label in labels.items()}
