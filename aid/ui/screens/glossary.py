"""Every word that is explained, from A to Z."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.views.glossary import glossary


def show() -> None:
    """Draw the words, with letters to jump to."""
    html(_glossary(runtime.catalogue()))


@cache
def _glossary(catalogue: Catalogue) -> Markup:
    return glossary(catalogue)
