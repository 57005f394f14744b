"""The discussion sheet as plain text, for a mail."""

from __future__ import annotations

from itertools import chain

from aid.catalogue.catalogue import Catalogue
from aid.papers.render.text import text_lines, wrapped
from aid.papers.sheet.content import Sheet
from aid.papers.sheet.layout import lay_out


def sheet_text(catalogue: Catalogue, sheet: Sheet) -> str:
    """Make the discussion sheet as plain text.

    Args:
        catalogue: The content, for the printed words.
        sheet: What is printed. Its own words may hold any characters.

    Returns:
        Lines of at most ``COLUMNS`` columns, each ended by a line feed. The same sheet gives the
        same text. Lone surrogates, private-use characters and combining marks beyond the fourth on
        a letter become U+FFFD or are left out.
    """
    layout = lay_out(catalogue, sheet)
    lines: list[str] = []
    for line in chain(
        wrapped(layout.title),
        ("",),
        text_lines(layout.opening),
        text_lines(layout.sections),
        ("",),
        chain.from_iterable(map(wrapped, layout.footer)),
    ):
        # One blank line is enough between any two blocks.
        if line or lines[-1]:
            lines.append(line)
    return "\n".join(lines) + "\n"
