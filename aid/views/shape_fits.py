"""What sources say of methods and the ticked scar shapes, alike for every method and status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DENT_IDS, NO_PROCEDURE, DentId, MethodId
from aid.catalogue.methods import Method
from aid.formatting.shape_fits import fit_lines, fit_reasons
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
    return {method_id: _cells(catalogue, method_id)[tuple(dents)] for method_id in method_ids}


def fit_account(catalogue: Catalogue, method_id: MethodId, dents: Sequence[DentId]) -> Markup:
    """The reasons of one method in view, one for each ticked dent."""
    reasons = fit_reasons(catalogue, catalogue.method_by_id[method_id], dents)
    return joined(map(paragraph, reasons))


def fit_sources(
    catalogue: Catalogue, method_ids: Sequence[MethodId], dents: Sequence[DentId]
) -> Markup:
    """The sources of the reasons of some methods, one tap away."""
    sources = joined(
        paragraph(method.name, "label") + _sources(catalogue, method, dents)
        for method in map(catalogue.method_by_id.__getitem__, method_ids)
    )
    return disclosure(catalogue.interface.compare.sources_title, sources)


# Every click on the comparison needs these. All sets of dents are there from the first one on, so
# that what all readers share holds nothing of what one of them ticked.
@lru_cache(maxsize=64)
def _cells(catalogue: Catalogue, method_id: MethodId) -> Mapping[tuple[DentId, ...], Markup]:
    sizes = range(1, len(DENT_IDS) + 1)
    sets = chain.from_iterable(combinations(DENT_IDS, size) for size in sizes)
    return {dents: _cell(catalogue, method_id, dents) for dents in sets}


def _cell(catalogue: Catalogue, method_id: MethodId, dents: tuple[DentId, ...]) -> Markup:
    words, method = catalogue.interface.compare, catalogue.method_by_id[method_id]
    why = bullets(fit_reasons(catalogue, method, dents))
    sources = paragraph(words.sources_title, "label") + _sources(catalogue, method, dents)
    lines = joined(
        Markup('<p class="fit"><i class="{}" aria-hidden="true"></i>{}</p>').format(
            _mark(method, dent), line
        )
        for dent, line in zip(dents, fit_lines(catalogue, method, dents), strict=True)
    )
    explained = disclosure(words.fits_open, why + sources, unseen=method.name)
    return Markup('<td data-fact="fits">{}{}</td>').format(lines, explained)


def _mark(method: Method, dent: DentId) -> str:
    """The class of the mark beside a word: a shape of its own for each, and all of one weight."""
    return "always" if method.id == NO_PROCEDURE else method.shapes[dent].status


def _sources(catalogue: Catalogue, method: Method, dents: Sequence[DentId]) -> Markup:
    claims = dict.fromkeys(claim for dent in dents for claim in method.shapes[dent].claims)
    return source_list(catalogue, tuple(claims))
