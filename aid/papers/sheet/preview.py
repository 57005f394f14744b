"""The words of the sheet as HTML: before the download, and page 1 in large type for a phone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from markupsafe import Markup

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
from aid.views.elements import bullets, definitions, drawing, heading, joined, own_words, paragraph


def sheet_preview(catalogue: Catalogue, sheet: Sheet, level: int = 3) -> Markup:
    """Show the same words as the printed sheet, in the same order.

    Args:
        catalogue: The content.
        sheet: The data of the sheet.
        level: The level of its headings.
    """
    blocks = sheet_blocks(catalogue, sheet)
    parts: list[Markup] = []
    for block in blocks.all:
        if isinstance(block, Outline):
            parts.append(heading(level, block.title) + paragraph(block.caption))
            parts.append(drawing(catalogue.drawings["sheet-outline"], block.alt))
        elif not isinstance(block, Title):
            parts.append(_html(block, level))
    return joined((*parts, *map(paragraph, blocks.footer)))


def page_one_large(catalogue: Catalogue, sheet: Sheet, level: int = 1) -> Markup:
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
    return Markup('<div class="large">{}</div>').format(joined((*parts, *below)))


def _large(block: Block, level: int) -> Markup:
    if isinstance(block, Title):
        return heading(level, block.text)
    if isinstance(block, ByHand):
        return paragraph(block.beside)
    if isinstance(block, Facts):
        # One under the other: a phone is too narrow for a table in large type.
        return joined(
            heading(level + 2, row.name)
            + _pairs(
                Line(method, cell) for method, cell in zip(block.methods, row.cells, strict=True)
            )
            for row in block.rows
        )
    return _html(block, level + 1)


@singledispatch
def _html(block: Block, level: int) -> Markup:
    raise TypeError(type(block))


@_html.register
def _(block: Heading, level: int) -> Markup:
    return heading(level, block.text)


@_html.register
def _(block: Words, _level: int) -> Markup:
    return paragraph(block.text, "note" if block.note else "")


@_html.register
def _(block: ByHand, _level: int) -> Markup:
    return paragraph(block.label) + paragraph(block.beside)


@_html.register
def _(block: Lines, _level: int) -> Markup:
    return _pairs(block.lines)


@_html.register
def _(block: Bullets, _level: int) -> Markup:
    return bullets(block.items)


@_html.register
def _(block: Facts, _level: int) -> Markup:
    heads = joined(Markup('<th scope="col">{}</th>').format(name) for name in block.methods)
    body = joined(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            row.name, joined(Markup("<td>{}</td>").format(cell) for cell in row.cells)
        )
        for row in block.rows
    )
    return Markup(
        '<div class="compare-box" role="region" tabindex="0" aria-labelledby="sheet-table">'
        '<table class="compare"><caption id="sheet-table">{}</caption>'
        '<thead><tr><th scope="col">{}</th>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(block.caption, block.head, heads, body)


@_html.register
def _(block: Tell, _level: int) -> Markup:
    items = []
    for item in block.items:
        own = _pairs([Line(block.own_label, item.words, words=True)]) if item.words else Markup("")
        items.append(Markup("{} {}{}").format(item.text, item.fill_in, own))
    return bullets(items)


@_html.register
def _(block: Questions, _level: int) -> Markup:
    items = (
        Markup('{}<br><span class="why">{}</span>').format(
            own_words(item.text) if item.own else item.text, item.reason
        )
        for item in block.items
    )
    return bullets(items, ordered=True)


@_html.register
def _(block: OwnWords, _level: int) -> Markup:
    return paragraph(own_words(block.text)) if block.text else Markup("")


@_html.register
def _(_block: Room, _level: int) -> Markup:
    return Markup("")


@_html.register
def _(block: Tips, _level: int) -> Markup:
    return bullets(f"{tip.title}. {tip.text}" for tip in block.tips)


def _pairs(lines: Iterable[Line]) -> Markup:
    return definitions(
        (line.label, own_words(line.value) if line.words else line.value) for line in lines
    )
