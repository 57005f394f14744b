"""What a page of the reading edition is, and how its own templates are rendered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import SitePageId
from aid.views.templating import TEMPLATES, Templates

SITE_TEMPLATES: Final = Path(__file__).with_name("templates")

rendered = Templates(SITE_TEMPLATES, TEMPLATES).rendered
"""Render a template of the reading edition; it may use those of the screens."""


@dataclass(frozen=True)
class Page:
    """One page.

    Attributes:
        path: Its file below the folder, with ``/`` between folders. It stays: links lead there.
        part_of: The page of the menu that it is, or that leads to it.
        title: Its heading.
        lead: Its main message, which a search engine shows too.
        body: What follows these.
        is_wide: Whether its tables want all the room there is.
    """

    path: str
    part_of: SitePageId
    title: str
    lead: str
    body: Markup
    is_wide: bool = False

    @property
    def is_in_menu(self) -> bool:
        """Whether the menu leads to this very page."""
        return self.path == path_of(self.part_of)

    @property
    def root(self) -> str:
        """The way from this page up to the folder of all pages, empty or ending in a slash."""
        return way_up(self.path)


def path_of(page_id: SitePageId) -> str:
    """The file of a page of the menu."""
    return "index.html" if page_id == "start" else f"{page_id}.html"


def way_up(path: str) -> str:
    """The way from a file up to the folder of all pages, empty or ending in a slash."""
    return "../" * path.count("/")


def menu_page(
    catalogue: Catalogue, page_id: SitePageId, body: Markup, *, is_wide: bool = False
) -> Page:
    """A page of the menu, with its own words."""
    words = catalogue.site.page[page_id]
    return Page(path_of(page_id), page_id, words.title, words.lead, body, is_wide)
