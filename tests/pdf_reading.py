"""Reads a PDF as a screen reader does: the tag tree, headers of tables, bookmarks, letters."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pikepdf
import pypdf

from aid.papers.typesetting.letters import BREAK


def opened(data: bytes) -> pikepdf.Pdf:
    """A PDF to look into. To be closed."""
    return pikepdf.open(io.BytesIO(data))


def elements(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """The tag tree in reading order: (tag, element)."""
    return below(pdf.Root.StructTreeRoot)


def below(element: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
    """What is below one element of the tag tree, in reading order: (tag, element)."""
    waiting = [element.get("/K")]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting.extend(reversed(list(node)))
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield str(node.S), node
            if "/K" in node:
                waiting.append(node.K)


def scopes(element: pikepdf.Object) -> list[str]:
    """What a header of a table says it is for: ``/Column`` or ``/Row``."""
    attributes = element.get("/A")
    held = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    return [str(item.Scope) for item in held if item is not None and "/Scope" in item]


def bookmarks(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    """Every bookmark in order: (depth, title)."""

    def below(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str]]:
        for item in items:
            yield depth, item.title
            yield from below(list(item.children), depth + 1)

    with pdf.open_outline() as outline:
        return list(below(list(outline.root), 1))


def bookmarked_pages(data: bytes) -> dict[str, int]:
    """The page of each bookmark by its title, counted from 1; of equal titles the last."""
    reader = pypdf.PdfReader(io.BytesIO(data))

    def pages(items: list[Any]) -> Iterator[tuple[str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from pages(item)
            else:
                yield str(item.title), (reader.get_destination_page_number(item) or 0) + 1

    return dict(pages(reader.outline))


def claim(pdf: pikepdf.Pdf) -> str | None:
    """The part of PDF/UA that the file claims to follow."""
    part = pdf.open_metadata().get("{http://www.aiim.org/pdfua/ns/id/}part")
    return None if part is None else str(part)


@lru_cache(maxsize=32)
def pages_and_sizes(data: bytes) -> tuple[tuple[str, ...], frozenset[float]]:
    """The text of each page, without white space and places to break; the sizes of its letters.

    Reading takes longer than making the file, so several tests share what was read.
    """
    sizes: set[float] = set()

    def note(
        text: str, _matrix: object, text_matrix: list[float], _font: object, size: float
    ) -> None:
        if text.strip():
            sizes.add(round(abs(size * text_matrix[3]), 2))

    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    texts = tuple(plain(page.extract_text(visitor_text=note)) for page in pages)
    return texts, frozenset(sizes)


def plain(text: str) -> str:
    """A text without white space and places to break."""
    return "".join(text.replace(BREAK, "").split())
