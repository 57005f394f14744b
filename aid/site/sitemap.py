"""The list of pages for search engines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from aid.site.page import Page


def sitemap(address: str, pages: Iterable[Page], changed: date) -> bytes:
    """Make the sitemap.

    Args:
        address: Where the pages are, without a slash at the end.
        pages: All pages.
        changed: When their content last changed.

    Returns:
        XML as sitemaps.org describes it, in UTF-8.
    """
    root = Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for page in pages:
        entry = SubElement(root, "url")
        SubElement(entry, "loc").text = address_of(address, page)
        SubElement(entry, "lastmod").text = changed.isoformat()
    indent(root)
    text: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return text + b"\n"


def address_of(address: str, page: Page) -> str:
    """The address of a page: of the folder itself for the first one."""
    return f"{address}/{page.path.removesuffix('index.html')}"
