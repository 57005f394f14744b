"""That each shape, method and fact has its drawing, and that a drawing is no more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.methods import ICON
from aid.errors import Place, Problem


def drawings_match(catalogue: Catalogue) -> Iterator[Problem]:
    """Find drawings that are missing, belong to nothing, or hold more than a drawing."""
    wanted = [f"shape-{shape.id}" for shape in catalogue.shapes]
    wanted += [f"method-{method.id}" for method in catalogue.methods]
    wanted += [f"{ICON}{fact.icon}" for fact in catalogue.facts]
    wanted += ["sheet-outline", "skin-from-the-side"]
    for name in wanted:
        if name not in catalogue.drawings:
            yield _file(name).problem("is missing")
    for name, svg in catalogue.drawings.items():
        file = _file(name)
        if name not in wanted:
            yield file.problem("belongs to no shape, no method and no fact")
        if not svg.lstrip().startswith("<svg"):
            yield file.problem("must start with <svg")
        if _LIVE_SVG.search(svg):
            yield file.problem("may not hold scripts, styles or links")
        if name.startswith(ICON) and not _ONE_STYLE.fullmatch(svg.strip()):
            yield file.problem("must be drawn as every icon is, in the colour of the words")


def _file(name: str) -> Place:
    return Place(f"drawings/{name}.svg")


_LIVE_SVG = re.compile(
    r"<(script|style|foreignObject|image|use|a)\b|\bon\w+=|href=|url\(", re.IGNORECASE
)
"""What a drawing has no need of and what could reach out of it."""

_ONE_STYLE = re.compile(
    r'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" '
    r'stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">\s*'
    r'(<path( fill="currentColor"( fill-opacity="[.\d]+")?)? d="[^"]+"/>\s*)+</svg>'
)
"""An icon: lines of one width in one square, in no colour of their own."""
