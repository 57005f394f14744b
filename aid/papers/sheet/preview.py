"""The words of the sheet as HTML: before the download, and page 1 in large type for a phone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from html import escape

from aid.catalogue.catalogue import Catalogue
from aid.papers.sheet.blocks import (
    Block,
    Bullets,
    ByHand,
    Facts,
    Heading,
    Lines,
    Outline,
    OwnWords,
    Questions,
    Room,
    Tell,
    Tips,
    Title,
    Words,
    footer,
    page_one,
    sheet_blocks,
)
from aid.papers.sheet.content import Line, Sheet
from aid.views.elements import bullets, drawing, heading, own_words, paragraph


def sheet_preview(catalogue: Catalogue, sheet: Sheet, level: int = 3) -> str:
    """Show the same words as the printed sheet, in the same order.

    Args:
        catalogue: The content.
        sheet: The data of the sheet.
        level: The level of its headings.
    """
    blocks = sheet_blocks(catalogue, sheet)
    parts: list[str] = []
    for block in blocks.all:
        if isinstance(block, Outline):
            parts.append(heading(level, block.title) + paragraph(block.caption))
            parts.append(drawing(catalogue.drawings["sheet-outline"], block.alt))
        elif not isinstance(block, Title):
            parts.append(_html(block, level))
    return "".join((*parts, *map(paragraph, blocks.footer)))


def page_one_large(catalogue: Catalogue, sheet: Sheet, level: int = 1) -> str:
    """Show page 1 to be read off a phone: in large type, and without what needs a pen.

    Args:
        catalogue: The content.
        sheet: The data of the sheet.
        level: The level of its title; its headings are one level deeper.
    """
    # A phone has no last page to point to: here a long text stays in its place.
    parts = [
        _large(block, level)
        for block in page_one(catalogue, sheet)
        if not isinstance(block, Outline)
    ]
    below = map(paragraph, footer(catalogue, sheet))
    return f'<div class="large">{"".join((*parts, *below))}</div>'


def _large(block: Block, level: int) -> str:
    if isinstance(block, Title):
        return heading(level, block.text)
    if isinstance(block, ByHand):
        return paragraph(block.beside)
    if isinstance(block, Facts):
        # One under the other: a phone is too narrow for a table in large type.
        return "".join(
            heading(level + 2, row.name)
            + _pairs(
                Line(method, cell) for method, cell in zip(block.methods, row.cells, strict=True)
            )
            for row in block.rows
        )
    return _html(block, level + 1)


@singledispatch
def _html(block: Block, level: int) -> str:
    raise TypeError(type(block))


@_html.register
def _(block: Heading, level: int) -> str:
    return heading(level, block.text)


@_html.register
def _(block: Words, _level: int) -> str:
    return paragraph(block.text, "note" if block.note else "")


@_html.register
def _(block: ByHand, _level: int) -> str:
    return paragraph(block.label) + paragraph(block.beside)


@_html.register
def _(block: Lines, _level: int) -> str:
    return _pairs(block.lines)


@_html.register
def _(block: Bullets, _level: int) -> str:
    return bullets(block.items)


@_html.register
def _(block: Facts, _level: int) -> str:
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in block.methods)
    body = "".join(
        f'<tr><th scope="row">{escape(row.name)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row.cells)
        + "</tr>"
        for row in block.rows
    )
    return (
        '<div class="compare-box" role="region" tabindex="0" aria-labelledby="sheet-table">'
        f'<table class="compare"><caption id="sheet-table">{escape(block.caption)}</caption>'
        f'<thead><tr><th scope="col">{escape(block.head)}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


@_html.register
def _(block: Tell, _level: int) -> str:
    inner = "".join(
        f"<li>{escape(item.text)} {escape(item.fill_in)}"
        + (_pairs((Line(block.own_label, item.words, words=True),)) if item.words else "")
        + "</li>"
        for item in block.items
    )
    return f"<ul>{inner}</ul>"


@_html.register
def _(block: Questions, _level: int) -> str:
    inner = "".join(
        f"<li>{own_words(item.text) if item.own else escape(item.text)}<br>"
        f'<span class="why">{escape(item.reason)}</span></li>'
        for item in block.items
    )
    return f"<ol>{inner}</ol>"


@_html.register
def _(block: OwnWords, _level: int) -> str:
    return f"<p>{own_words(block.text)}</p>" if block.text else ""


@_html.register
def _(_block: Room, _level: int) -> str:
    return ""


@_html.register
def _(block: Tips, _level: int) -> str:
    return bullets(f"{tip.title}. {tip.text}" for tip in block.tips)


def _pairs(lines: Iterable[Line]) -> str:
    inner = "".join(
        f"<dt>{escape(line.label)}</dt>"
        f"<dd>{own_words(line.value) if line.words else escape(line.value)}</dd>"
        for line in lines
    )
    return f'<dl class="answers">{inner}</dl>'
