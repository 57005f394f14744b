"""That each shape and each method has its drawing, and that a drawing is no more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aid.catalogue.catalogue import Catalogue


def drawings_match(catalogue: Catalogue) -> Iterator[str]:
    """Find drawings that are missing, belong to nothing, or hold more than a drawing."""
    wanted = [f"shape-{shape.id}" for shape in catalogue.shapes]
    wanted += [f"method-{method.id}" for method in catalogue.methods]
    wanted.append("sheet-outline")
    for name in wanted:
        if name not in catalogue.drawings:
            yield f"content/drawings/{name}.svg: is missing"
    for name, svg in catalogue.drawings.items():
        if name not in wanted:
            yield f"content/drawings/{name}.svg: belongs to no shape and no method"
        if not svg.lstrip().startswith("<svg"):
            yield f"content/drawings/{name}.svg: must start with <svg"
        if _LIVE_SVG.search(svg):
            yield f"content/drawings/{name}.svg: may not hold scripts, styles or links"


_LIVE_SVG = re.compile(
    r"<(script|style|foreignObject|image|use|a)\b|\bon\w+=|href=|url\(", re.IGNORECASE
)
"""What a drawing has no need of and what could reach out of it."""
