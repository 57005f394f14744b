"""What sources say of methods and the ticked scar shapes, alike for every method and status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DentId, MethodId
from aid.catalogue.methods import Method
from aid.formatting.shape_fits import fit_lines
from aid.views.elements import bullets, disclosure, joined, paragraph
from aid.views.evidence import source_list


def fit_cells(
    catalogue: Catalogue, method_ids: Sequence[MethodId], dents: Sequence[DentId]
) -> Mapping[MethodId, Markup]:
    """A word for each method and ticked dent; the reason and its sources are one tap away.

    Args:
        catalogue: The content.
        method_ids: The methods.
        dents: The ticked dents, in the order of the shapes.

    Returns:
        The cell of each method; none where no dent is ticked.
    """
    if not dents:
        return {}
    return {method_id: _cell(catalogue, method_id, tuple(dents)) for method_id in method_ids}


def fit_reasons(catalogue: Catalogue, method_id: MethodId, dents: Sequence[DentId]) -> Markup:
    """The reasons of one method in view, one for each ticked dent; the sources one tap away."""
    method = catalogue.method_by_id[method_id]
    said = bullets(_reasons(catalogue, method, dents))
    sources = _sources(catalogue, method, dents)
    title = catalogue.interface.compare.sources_title
    return said + disclosure(title, sources, unseen=method.name)


# Every click on the comparison needs these. They are made of the content, and of no more than which
# dents are ticked: 15 sets for each method.
@lru_cache(maxsize=256)
def _cell(catalogue: Catalogue, method_id: MethodId, dents: tuple[DentId, ...]) -> Markup:
    words, method = catalogue.interface.compare, catalogue.method_by_id[method_id]
    why = bullets(_reasons(catalogue, method, dents))
    sources = paragraph(words.sources_title, "label") + _sources(catalogue, method, dents)
    lines = joined(paragraph(line, "fit") for line in fit_lines(catalogue, method, dents))
    return lines + disclosure(words.fits_open, why + sources, unseen=method.name)


def _reasons(catalogue: Catalogue, method: Method, dents: Sequence[DentId]) -> Iterator[str]:
    for dent, line in zip(dents, fit_lines(catalogue, method, dents), strict=True):
        yield f"{line} {method.shapes[dent].reason}"


def _sources(catalogue: Catalogue, method: Method, dents: Sequence[DentId]) -> Markup:
    claims = dict.fromkeys(claim for dent in dents for claim in method.shapes[dent].claims)
    return source_list(catalogue, tuple(claims))
