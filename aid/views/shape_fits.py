"""What sources say of methods and the ticked scar shapes, alike for every method and status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations
from typing import NamedTuple

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DENT_IDS, NO_PROCEDURE, DentId, MethodId
from aid.catalogue.methods import Method
from aid.formatting.shape_fits import fit_lines, fit_reasons
from aid.views.elements import bullets, disclosure, joined, paragraph, pieces
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
    return {method_id: _fits(catalogue, method_id)[tuple(dents)].cell for method_id in method_ids}


def fit_account(catalogue: Catalogue, method_id: MethodId, dents: Sequence[DentId]) -> Markup:
    """The reasons of one method in view, one for each ticked dent."""
    return _fits(catalogue, method_id)[tuple(dents)].account


def fit_sources(
    catalogue: Catalogue, method_ids: Sequence[MethodId], dents: Sequence[DentId]
) -> Markup:
    """The sources of the reasons of some methods, one tap away."""
    sources = pieces(_fits(catalogue, method_id)[tuple(dents)].sources for method_id in method_ids)
    return disclosure(catalogue.interface.compare.sources_title, sources)


class _Fit(NamedTuple):
    """What is drawn of one method for some dents: see the functions above."""

    cell: Markup
    account: Markup
    sources: Markup


# Every click on the comparison needs these. All sets of dents are there from the first one on, so
# that what all readers share holds nothing of what one of them ticked.
@lru_cache(maxsize=64)
def _fits(catalogue: Catalogue, method_id: MethodId) -> Mapping[tuple[DentId, ...], _Fit]:
    sizes = range(1, len(DENT_IDS) + 1)
    sets = chain.from_iterable(combinations(DENT_IDS, size) for size in sizes)
    return {dents: _fit(catalogue, catalogue.method_by_id[method_id], dents) for dents in sets}


def _fit(catalogue: Catalogue, method: Method, dents: tuple[DentId, ...]) -> _Fit:
    reasons, sources = fit_reasons(catalogue, method, dents), _sources(catalogue, method, dents)
    return _Fit(
        _cell(catalogue, method, dents, reasons, sources),
        joined(map(paragraph, reasons)),
        paragraph(method.name, "label") + sources,
    )


def _cell(
    catalogue: Catalogue,
    method: Method,
    dents: tuple[DentId, ...],
    reasons: Iterable[str],
    sources: Markup,
) -> Markup:
    words = catalogue.interface.compare
    lines = joined(
        Markup('<p class="fit"><i class="{}" aria-hidden="true"></i>{}</p>').format(
            _mark(method, dent), line
        )
        for dent, line in zip(dents, fit_lines(catalogue, method, dents), strict=True)
    )
    why = bullets(reasons) + paragraph(words.sources_title, "label") + sources
    explained = disclosure(words.fits_open, why, unseen=method.name)
    return Markup('<td data-fact="fits">{}{}</td>').format(lines, explained)


def _mark(method: Method, dent: DentId) -> str:
    """The class of the mark beside a word: a shape of its own for each, and all of one weight."""
    return "always" if method.id == NO_PROCEDURE else method.shapes[dent].status


def _sources(catalogue: Catalogue, method: Method, dents: Sequence[DentId]) -> Markup:
    claims = dict.fromkeys(claim for dent in dents for claim in method.shapes[dent].claims)
    return source_list(catalogue, tuple(claims))
