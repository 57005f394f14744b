"""Line icons that stand beside words and never alone: shapes cut out of the colour of the words."""

from __future__ import annotations

from functools import cache
from urllib.parse import quote

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.methods import ICON, Fact


def fact_icon(fact: Fact) -> Markup:
    """The icon of a fact, for a place before its name. Screen readers skip it."""
    return Markup('<span class="icon {}{}" aria-hidden="true"></span>').format(ICON, fact.icon)


@cache
def icon_rules(catalogue: Catalogue) -> str:
    """The rules of a style sheet that give every icon its shape, from A to Z."""
    return "".join(
        f'.{name}{{--icon:url("data:image/svg+xml,{quote(svg)}")}}'
        for name, svg in sorted(catalogue.drawings.items())
        if name.startswith(ICON)
    )
