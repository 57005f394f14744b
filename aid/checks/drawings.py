"""Checks that each shape, method and fact has its drawing, and that it is no more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

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
        for said in _more_than_lines(svg):
            yield file.problem(said)
        if name.startswith(ICON) and not _ONE_STYLE.fullmatch(svg.strip()):
            yield file.problem("must be drawn as every icon is, in the colour of the words")


def _file(name: str) -> Place:
    return Place(f"drawings/{name}.svg")


def _more_than_lines(svg: str) -> Iterator[str]:
    if not svg.lstrip().startswith("<svg"):  # nor a list of entities, which come before
        yield "must start with <svg"
        return
    try:
        drawing = ElementTree.fromstring(svg)  # noqa: S314 - it can declare no entity
    except ElementTree.ParseError as error:
        yield f"cannot be read as SVG: {error}"
        return
    parts = list(drawing.iter())
    given = [attribute for part in parts for attribute in part.items()]
    foreign = {f"<{part.tag.removeprefix(_SVG)}>" for part in parts} - _ELEMENTS
    foreign |= {
        name for name, value in given if not _ATTRIBUTE.fullmatch(name) or "url(" in value.lower()
    }
    if foreign:
        yield f"may hold lines and areas alone, not {', '.join(sorted(foreign))}"


_SVG: Final = "{http://www.w3.org/2000/svg}"
_ELEMENTS: Final = {
    f"<{name}>"
    for name in ("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
}
_ATTRIBUTE: Final = re.compile(
    r"[xyr]|[xy][12]|[cr][xy]|d|points|transform|viewBox|width|height|fill(-(opacity|rule))?"
    r"|stroke(-(dasharray|linecap|linejoin|opacity|width))?"
)
"""What lines and areas need: nothing that moves, links, loads or runs."""

_ONE_STYLE = re.compile(
    r'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" '
    r'stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">\s*'
    r'(<path( fill="currentColor"( fill-opacity="[.\d]+")?)? d="[^"]+"/>\s*)+</svg>'
)
"""An icon: lines of one width in one square, in no colour of their own."""
