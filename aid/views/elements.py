"""Small pieces of HTML, every value escaped. No piece carries a colour or a judgement."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from functools import lru_cache
from html import escape

from aid.catalogue.texts.shared import Section


def paragraph(text: str, css_class: str = "") -> str:
    """A paragraph; ``css_class`` comes from code, never from a reader."""
    attribute = f' class="{css_class}"' if css_class else ""
    return f"<p{attribute}>{escape(text)}</p>"


def heading(level: int, text: str) -> str:
    """A heading of level 1 to 6."""
    return f"<h{level}>{escape(text)}</h{level}>"


def bullets(items: Iterable[str], *, ordered: bool = False) -> str:
    """A list; empty text where there are no items."""
    inner = "".join(f"<li>{escape(item)}</li>" for item in items)
    tag = "ol" if ordered else "ul"
    return f"<{tag}>{inner}</{tag}>" if inner else ""


def disclosure(summary: str, inner_html: str, *, css_class: str = "more", unseen: str = "") -> str:
    """Something that is one tap away.

    Args:
        summary: What the line to tap says.
        inner_html: What it opens, already escaped.
        css_class: Comes from code, never from a reader.
        unseen: Said after the summary by a screen reader alone, where many lines look the same.
    """
    said = f'<span class="unseen">: {escape(unseen)}</span>' if unseen else ""
    return (
        f'<details class="{css_class}"><summary>{escape(summary)}{said}</summary>'
        f"{inner_html}</details>"
    )


def link(text: str, url: str) -> str:
    """A link to another site, which opens in a tab of its own."""
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(text)}</a>'


def own_words(text: str) -> str:
    """What a reader typed, literally, with its line breaks and its own reading direction."""
    return f'<span class="own-words" dir="auto">{escape(text)}</span>'


def drawing(svg: str, alt: str, css_class: str = "drawing") -> str:
    """A drawing of ours as a picture with its text alternative."""
    return f'<img class="{css_class}" alt="{escape(alt)}" src="{_address(svg)}">'


@lru_cache(maxsize=128)
def _address(svg: str) -> str:
    data = base64.b64encode(svg.encode("utf-8")).decode("ascii")
    return f"data:image/svg+xml;base64,{data}"


def section(content: Section, level: int = 2) -> str:
    """A heading with its paragraphs and its list."""
    return (
        heading(level, content.title)
        + "".join(paragraph(text) for text in content.text)
        + bullets(content.items)
    )
