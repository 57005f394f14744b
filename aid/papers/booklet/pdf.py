"""The booklet as a PDF: tagged, accessible, the same bytes for the same content.

Typst sets it from ``booklet.typ``, in memory; the drawings go in as files beside it. It is made to
be printed and has no fields.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import typst

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import Paper
from aid.errors import BookletError
from aid.papers.booklet.build import build_booklet
from aid.papers.render.typst import label, template_data
from aid.papers.typesetting.form_fields import mark_row_headers
from aid.papers.typesetting.typst import TYPST_PAPERS, set_pdf

_TEMPLATE = Path(__file__).with_name("booklet.typ").read_bytes()
_FAILED = "The booklet could not be set as a PDF."


def booklet_pdf(catalogue: Catalogue, paper: Paper = "a4") -> bytes:
    """Make the booklet as a PDF.

    Args:
        catalogue: The content.
        paper: The size of the pages.

    Returns:
        The PDF: PDF/UA-1, with bookmarks. The same content gives the same bytes.

    Raises:
        BookletError: The content cannot be set.
    """
    data = _plain(build_booklet(catalogue))
    files = {
        "main.typ": _TEMPLATE,
        "data.json": template_data(data, TYPST_PAPERS[paper]),
        **{f"{name}.svg": svg.encode() for name, svg in catalogue.drawings.items()},
    }
    try:
        pdf = set_pdf(files, catalogue.manifest.content_version)
    except typst.TypstError as error:
        # It holds nothing that a reader typed: the reason may be told.
        raise BookletError((f"{_FAILED} {error}",)) from None
    return mark_row_headers(pdf)


def _plain(value: Any) -> Any:
    """A value as JSON has it: keys with hyphens, every text fit to be set."""
    if is_dataclass(value):
        return {
            field.name.replace("_", "-"): _plain(getattr(value, field.name))
            for field in fields(value)
        }
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, str):
        # Nothing here is too long for its column, and names of files must stay as they are.
        return label(value)
    return value
