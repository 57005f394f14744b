"""The whole reading edition as files: a pure function of the content and of a few addresses."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import Paper
from aid.site import methods, shapes, sources, to_read
from aid.site.document import Around, document
from aid.site.page import Page
from aid.site.sitemap import sitemap
from aid.site.style import STYLE_SHEET, style_sheet, typeface

LIST = "SHA256SUMS"
"""The file that lists all others, each with its hash: what ``sha256sum --check`` reads."""


def pages(catalogue: Catalogue) -> tuple[Page, ...]:
    """Every page: those of the menu in its order, each followed by those that it leads to."""
    return (
        to_read.start(catalogue),
        methods.contents(catalogue),
        *methods.method_pages(catalogue),
        methods.side_by_side(catalogue),
        shapes.shapes(catalogue),
        to_read.direct_comparisons(catalogue),
        to_read.questions(catalogue),
        to_read.tips(catalogue),
        to_read.glossary(catalogue),
        sources.index(catalogue),
        *sources.letter_pages(catalogue),
        to_read.about(catalogue),
    )


def build_site(
    catalogue: Catalogue,
    *,
    address: str = "",
    aid: str = "",
    booklets: Mapping[Paper, bytes],
) -> dict[str, bytes]:
    """Make the reading edition.

    Args:
        catalogue: The content.
        address: Where the pages will be, without a slash at the end; empty where that is not known.
            Then there is no sitemap, and no page names its own address.
        aid: The address of the aid with questions; empty for none.
        booklets: The booklet as a PDF, by the size of its pages; may be empty.

    Returns:
        Every file by its path below the folder. The same arguments give the same bytes.
    """
    found = pages(catalogue)
    around = Around(catalogue, address, aid, {paper: booklet_path(paper) for paper in booklets})
    files = {page.path: str(document(around, page)).encode() for page in found}
    files[STYLE_SHEET] = style_sheet(catalogue).encode()
    files |= typeface()
    files |= {booklet_path(paper): pdf for paper, pdf in booklets.items()}
    if address:
        files["sitemap.xml"] = sitemap(address, found, catalogue.content_version)
    files[LIST] = _listed(files)
    return files


def booklet_path(paper: Paper) -> str:
    """The file of the booklet in one size, named as the server names it."""
    return f"booklet-{paper}.pdf"


def _listed(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items()))
    return "".join(lines).encode()
