"""The booklet as a PDF: tagged, accessible, the same bytes for the same content.

Typst sets it from ``booklet.typ``, in memory; the drawings and the other templates go in as files
beside it. It is made to be printed and has no fields.
"""

from __future__ import annotations

from pathlib import Path

import typst

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import Paper
from aid.errors import BookletError
from aid.papers.booklet.build import build_booklet
from aid.papers.render.typst import as_json, label, template_data
from aid.papers.typesetting.form_fields import mark_row_headers
from aid.papers.typesetting.typst import TYPST_PAPERS, set_pdf

_TEMPLATES = {path.name: path.read_bytes() for path in Path(__file__).parent.glob("*.typ")}
_MAIN = _TEMPLATES.pop("booklet.typ")
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
    # Nothing here is too long for its column, so no text needs places to break.
    data = as_json(build_booklet(catalogue), label)
    files = {
        "main.typ": _MAIN,
        **_TEMPLATES,
        "data.json": template_data(data, catalogue.language, TYPST_PAPERS[paper]),
        **{f"{name}.svg": svg.encode() for name, svg in catalogue.drawings.items()},
    }
    try:
        pdf = set_pdf(files, catalogue.content_version)
    except typst.TypstError as error:
        # The booklet holds nothing that a reader typed, so the reason may be reported.
        raise BookletError((f"{_FAILED} {error}",)) from None
    return mark_row_headers(pdf)
