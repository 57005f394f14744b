"""That each shape and each method has its drawing, and that a drawing is no more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aid.catalogue.catalogue import Catalogue
from aid.errors import Place, Problem


def drawings_match(catalogue: Catalogue) -> Iterator[Problem]:
    """Find drawings that are missing, belong to nothing, or hold more than a drawing."""
    wanted = [f"shape-{shape.id}" for shape in catalogue.shapes]
    wanted += [f"method-{method.id}" for method in catalogue.methods]
    wanted += ["sheet-outline", "skin-from-the-side"]
    for name in wanted:
        if name not in catalogue.drawings:
            yield _file(name).problem("is missing")
    for name, svg in catalogue.drawings.items():
        file = _file(name)
        if name not in wanted:
            yield file.problem("belongs to no shape and no method")
        if not svg.lstrip().startswith("<svg"):
            yield file.problem("must start with <svg")
        if _LIVE_SVG.search(svg):
            yield file.problem("may not hold scripts, styles or links")


def _file(name: str) -> Place:
    return Place(f"drawings/{name}.svg")


_LIVE_SVG = re.compile(
    r"<(script|style|foreignObject|image|use|a)\b|\bon\w+=|href=|url\(", re.IGNORECASE
)
"""What a drawing has no need of and what could reach out of it."""
