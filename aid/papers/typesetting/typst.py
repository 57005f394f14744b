"""What everything that Typst sets has in common: paper sizes, fonts, and how it is called."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any, Final, Literal

import typst

from aid.catalogue.ids import Paper
from aid.papers.typesetting.fonts import FONTS, typst_fonts
from aid.papers.typesetting.sanitize import printable

TYPST_PAPERS: Final[Mapping[Paper, str]] = {"a4": "a4", "letter": "us-letter"}
"""The paper sizes as Typst names them."""

LANGUAGE: Final = "en"
"""The language of the printed words."""


def one_line(text: str) -> str:
    """A text of ours, on one line."""
    return " ".join(printable(text, FONTS).lines)


def set_pdf(
    files: Mapping[str, bytes], made_on: date, standards: tuple[Literal["ua-1"], ...] = ("ua-1",)
) -> bytes:
    """Set a tagged PDF from files in memory. The same files and date give the same bytes.

    Args:
        files: The template as ``main.typ``, and what it reads.
        made_on: The date that the PDF says it was made on.
        standards: The kinds of PDF that Typst must hold it to.

    Raises:
        typst.TypstError: The template or its data cannot be set to these standards. The message
            may quote the data.
    """
    # The type stub of Typst leaves out projects in memory.
    project: Any = dict(files)
    # One shared Compiler would fail between threads; compile() with shared fonts does not.
    return typst.compile(
        project,
        format="pdf",
        pdf_standards=[*standards],
        timestamp=datetime.combine(made_on, time(), UTC),
        font_paths=typst_fonts(),
        ignore_system_fonts=True,
    )
