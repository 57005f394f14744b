"""Small pieces of HTML. No piece carries a colour or a judgement.

HTML has a type of its own, ``Markup``: a plain text that is put into it is escaped, and mypy
refuses one where HTML is wanted.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from markupsafe import Markup

from aid.catalogue.texts.shared import Section


def joined(parts: Iterable[str]) -> Markup:
    """Put pieces one after the other; a plain text among them is escaped."""
    return Markup("").join(parts)


def pieces(parts: Iterable[Markup]) -> Markup:
    """Put HTML one after the other. ``joined`` looks at each piece first, which is slower."""
    return Markup("".join(parts))  # noqa: S704 - all of it is HTML


GAP = Markup("\0")
"""Where something goes into HTML: the check of the content lets no text have this sign."""

Parts = Iterable[Markup]
"""Long HTML, to be put together once, where it is drawn: each time copies all of it."""


def filled(frame: Sequence[Markup], *inner: Parts) -> Parts:
    """Put HTML into the gaps of a template that was rendered before."""
    first, *others = frame
    after = ((one,) for one in others)
    return chain((first,), *chain.from_iterable(zip(inner, after, strict=True)))


def paragraph(text: str, css_class: str = "") -> Markup:
    """A paragraph."""
    if css_class:
        return Markup('<p class="%s">%s</p>') % (css_class, text)
    return Markup("<p>%s</p>") % text


def heading(level: int, text: str, css_class: str = "") -> Markup:
    """A heading of level 1 to 6."""
    if css_class:
        return Markup('<h%s class="%s">%s</h%s>') % (level, css_class, text, level)
    return Markup("<h%s>%s</h%s>") % (level, text, level)


def jump_target(place: str, text: str, css_class: str = "") -> Markup:
    """A heading of level 2 to which a link on the same screen leads."""
    return Markup('<h2 id="%s" tabindex="-1" class="%s">%s</h2>') % (place, css_class, text)


def jump(place: str, text: str, unseen: str = "") -> Markup:
    """A link to another place of the same screen; ``unseen`` as with a disclosure."""
    return Markup('<a class="jump" href="#%s">%s%s</a>') % (place, text, _unseen(unseen))


def bullets(items: Iterable[str], *, ordered: bool = False) -> Markup:
    """A list; empty where there are no items."""
    listed = tuple(items)
    if not listed:
        return Markup("")
    tag = "ol" if ordered else "ul"
    inner = Markup("</li><li>").join(listed)
    return Markup("<%s><li>%s</li></%s>") % (tag, inner, tag)


def definitions(pairs: Iterable[tuple[str, str]]) -> Markup:
    """Terms with what belongs to each."""
    inner = joined(Markup("<dt>%s</dt><dd>%s</dd>") % pair for pair in pairs)
    return Markup('<dl class="answers">%s</dl>') % inner


def disclosure(
    summary: str,
    inner: Markup,
    *,
    css_class: str = "more",
    unseen: str = "",
    is_open: bool = False,
) -> Markup:
    """Something that is one tap away.

    Args:
        summary: What the line to tap says.
        inner: What it opens.
        css_class: The class of the whole.
        unseen: Said after the summary by a screen reader alone, where many lines look the same.
        is_open: Whether it is open at first.
    """
    return Markup('<details class="%s"%s><summary>%s%s</summary>%s</details>') % (
        css_class,
        Markup(" open") if is_open else Markup(""),
        summary,
        _unseen(unseen),
        inner,
    )


def disclosed(summary: str, inner: Parts) -> Parts:
    """``disclosure`` around long HTML."""
    return filled(disclosure(summary, GAP).split(GAP), inner)


def _unseen(text: str) -> Markup:
    return Markup('<span class="unseen">: %s</span>') % text if text else Markup("")


def link(text: str, url: str, css_class: str = "") -> Markup:
    """A link to another site, which opens in a tab of its own.

    One of the class ``alone`` is no part of a sentence: it is as high as what a finger needs.
    """
    named = Markup(' class="%s"') % css_class if css_class else Markup("")
    return Markup('<a%s href="%s" target="_blank" rel="noopener noreferrer">%s</a>') % (
        named,
        url,
        text,
    )


def own_words(text: str) -> Markup:
    """What a reader typed, literally, with its line breaks and its own reading direction."""
    return Markup('<span class="own-words" dir="auto">%s</span>') % text


def drawing(svg: str, alt: str, css_class: str = "drawing") -> Markup:
    """A drawing of ours as a picture with its text alternative."""
    return Markup('<img class="%s" alt="%s" src="%s">') % (css_class, alt, _address(svg))


@lru_cache(maxsize=128)
def _address(svg: str) -> str:
    data = base64.b64encode(svg.encode("utf-8")).decode("ascii")
    return f"data:image/svg+xml;base64,{data}"


def section(content: Section, level: int = 2) -> Markup:
    """A heading with its paragraphs and its list."""
    return (
        heading(level, content.title)
        + joined(map(paragraph, content.text))
        + bullets(content.items)
    )
