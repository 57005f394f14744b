"""Blocks as HTML for a screen. What only serves a pen, such as room to write, is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import singledispatchmethod
from typing import Final

from markupsafe import Markup

from aid.papers.blocks import (
    Blank,
    Block,
    Bullets,
    Entry,
    Figure,
    Pairs,
    Paragraph,
    Prompts,
    Questions,
    Room,
    Section,
    Table,
    Terms,
    Text,
    Typed,
)
from aid.views.elements import bullets, definitions, drawing, heading, joined, own_words, paragraph
from aid.views.templating import rendered

_COLUMNS_ON_A_PHONE: Final = 2


@dataclass(frozen=True)
class HtmlRenderer:
    """Renders blocks.

    Attributes:
        level: The level of the outermost headings.
        drawings: The SVG of each drawing by its name.
        wide: Whether there is room for tables; else each row is a heading with a list below it.
        table_class: The class of tables.
        slide: What is said above a table that is wider than a phone, if anything.
    """

    level: int
    drawings: Mapping[str, str]
    wide: bool = True
    table_class: str = "compare"
    slide: str = ""

    def render(self, blocks: Iterable[Block]) -> Markup:
        """Render blocks, in order."""
        return joined(map(self._html, blocks))

    @singledispatchmethod
    def _html(self, block: object) -> Markup:
        raise TypeError(type(block))

    @_html.register
    def _(self, block: Section) -> Markup:
        below = replace(self, level=self.level + 1)
        # Where something around it says its title, a section has none.
        title = [heading(self.level, block.title)] if block.title else []
        return joined([*title, below.render(block.blocks)])

    @_html.register
    def _(self, block: Paragraph) -> Markup:
        return paragraph(_words(block.text), "note" if block.note else "")

    @_html.register
    def _(self, block: Blank) -> Markup:
        return paragraph(block.label) + (paragraph(block.beside) if block.beside else "")

    @_html.register
    def _(self, block: Pairs) -> Markup:
        return _answers(block.items)

    @_html.register
    def _(self, block: Terms) -> Markup:
        return bullets(
            Markup("{}. {}").format(entry.label, _words(entry.text)) for entry in block.items
        )

    @_html.register
    def _(self, block: Bullets) -> Markup:
        return bullets(block.items)

    @_html.register
    def _(self, block: Table) -> Markup:
        return self._table(block) if self.wide else self._rows(block)

    @_html.register
    def _(self, block: Prompts) -> Markup:
        return bullets(
            Markup("{} {}{}").format(
                item.text, item.fill_in, _answers((item.said,)) if item.said else ""
            )
            for item in block.items
        )

    @_html.register
    def _(self, block: Questions) -> Markup:
        return bullets(
            (
                Markup('{}<br><span class="why">{}</span>').format(_words(item.text), item.reason)
                for item in block.items
            ),
            ordered=True,
        )

    @_html.register
    def _(self, _block: Room) -> Markup:
        return Markup("")

    @_html.register
    def _(self, block: Figure) -> Markup:
        return paragraph(block.caption) + drawing(self.drawings[block.drawing], block.alt)

    def _table(self, table: Table) -> Markup:
        slides = self.slide and len(table.head) > _COLUMNS_ON_A_PHONE
        above = paragraph(self.slide, "note slide") if slides else Markup("")
        return above + rendered(
            "plain_table",
            id=table.name,
            caption=table.caption,
            heads=table.head,
            rows=[(f"{row.name} {row.mark}".rstrip(), *row.cells) for row in table.rows],
            css_class=self.table_class,
        )

    def _rows(self, table: Table) -> Markup:
        return joined(
            heading(self.level, f"{row.name} {row.mark}".rstrip())
            + _answers(map(Entry, table.head[1:], row.cells))
            for row in table.rows
        )


def _words(text: Text) -> str:
    return own_words(text.text) if isinstance(text, Typed) else text


def _answers(entries: Iterable[Entry]) -> Markup:
    return definitions((entry.label, _words(entry.text)) for entry in entries)
