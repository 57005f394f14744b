"""The words of the sheet as HTML, for reading on the screen before the download."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from aid.catalogue import Catalogue
from aid.markup import bullets, heading, own_words, paragraph
from aid.sheet import Line, Sheet


def sheet_preview(catalogue: Catalogue, sheet: Sheet, level: int = 3) -> str:
    """Show the same words as the printed sheet, in the same order.

    Args:
        catalogue: The content.
        sheet: The data of the sheet.
        level: The level of its headings.
    """
    words = catalogue.sheet
    parts = [
        paragraph(sheet.decision, "short"),
        paragraph(words.doctor_line),
        heading(level, words.told_title),
        _lines(sheet.told),
        heading(level, words.matters_title),
        _lines(sheet.matters),
        heading(level, words.time_title),
        _lines(sheet.time),
        heading(level, words.methods_title),
        _methods(catalogue, sheet),
        heading(level, words.leaning_title),
        bullets(sheet.leaning),
        heading(level, words.tell_title),
        _tell(catalogue, sheet),
        heading(level, words.questions_title),
        _questions(catalogue, sheet),
        heading(level, words.needs_title),
        bullets(words.needs.values() if not sheet.needs else sheet.needs),
        heading(level, words.agreed_title),
        heading(level, words.next_steps_title),
        f"<p>{own_words(sheet.next_steps)}</p>",
        heading(level, words.notes_title),
        f"<p>{own_words(sheet.notes)}</p>",
        heading(level, words.tips_title),
        bullets((f"{tip.title} {tip.text}" for tip in sheet.tips), ordered=True),
    ]
    return "".join(parts)


def _lines(lines: Iterable[Line]) -> str:
    inner = "".join(
        f"<dt>{escape(line.label)}</dt>"
        f"<dd>{own_words(line.value) if line.words else escape(line.value)}</dd>"
        for line in lines
    )
    return f'<dl class="answers">{inner}</dl>'


def _methods(catalogue: Catalogue, sheet: Sheet) -> str:
    words = catalogue.sheet
    if not sheet.methods:
        return (
            paragraph(words.no_methods_chosen)
            + bullets(sheet.listed_names)
            + paragraph(sheet.list_note, "note")
        )
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in sheet.methods)
    body = "".join(
        f'<tr><th scope="row">{escape(row.name)} {escape(words.marked) if row.marked else ""}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row.cells)
        + "</tr>"
        for row in sheet.rows
    )
    return (
        '<div class="compare-box" role="region" tabindex="0" aria-labelledby="sheet-table">'
        f'<table class="compare"><caption id="sheet-table">{escape(words.methods_title)}</caption>'
        f'<thead><tr><th scope="col">{escape(words.fact_head)}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>" + paragraph(words.effect_note, "note")
    )


def _tell(catalogue: Catalogue, sheet: Sheet) -> str:
    if not sheet.tell:
        return paragraph(catalogue.sheet.tell_nothing)
    inner = "".join(
        f"<li>{escape(line.text)} {escape(line.fill_in)} "
        f"{own_words(line.words) if line.words else ''}</li>"
        for line in sheet.tell
    )
    return f"<ul>{inner}</ul>"


def _questions(catalogue: Catalogue, sheet: Sheet) -> str:
    words = catalogue.sheet
    inner = "".join(
        "<li>"
        + (own_words(question.text) if question.own else escape(question.text))
        + '<br><span class="why">'
        + escape(words.own_question if question.own else words.why.format(why=question.why))
        + "</span></li>"
        for question in sheet.questions
    )
    return f"<ol>{inner}</ol>"
