"""What everything that Typst sets has in common: paper sizes, fonts, ``common.typ``, the call."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Final, Literal

import typst

from aid.catalogue.ids import Paper
from aid.papers.typesetting.fonts import typst_fonts

TYPST_PAPERS: Final[Mapping[Paper, str]] = {"a4": "a4", "letter": "us-letter"}
"""The paper sizes as Typst names them."""

_COMMON: Final = Path(__file__).with_name("common.typ").read_bytes()


def set_pdf(
    files: Mapping[str, bytes], made_on: date, standards: tuple[Literal["ua-1"], ...] = ("ua-1",)
) -> bytes:
    """Set a tagged PDF from files in memory. The same files and date give the same bytes.

    Args:
        files: The template as ``main.typ``, and what it reads. It can import ``common.typ``.
        made_on: The date that the PDF says it was made on.
        standards: The kinds of PDF that Typst must hold it to.

    Raises:
        typst.TypstError: The template or its data cannot be set to these standards. The message
            may quote the data.
    """
    # The type stub of Typst leaves out projects in memory.
    project: Any = {**files, "common.typ": _COMMON}
    # One shared Compiler would fail between threads; compile() with shared fonts does not.
    return typst.compile(
        project,
        format="pdf",
        pdf_standards=[*standards],
        timestamp=datetime.combine(made_on, time(), UTC),
        font_paths=typst_fonts(),
        ignore_system_fonts=True,
    )
