"""The scar shapes, and what sources say of every method and every shape of dent."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DENT_IDS, DentId
from aid.formatting.locale import capitalised
from aid.formatting.shape_fits import fit_word
from aid.site.methods import method_path
from aid.site.page import Page, menu_page, rendered
from aid.views.evidence import claims_and_sources, source_list


def shapes(catalogue: Catalogue) -> Page:
    """The shapes with their drawings, the grid of words, and the reason behind each word."""
    statuses = catalogue.interface.statuses.values()
    body = rendered(
        "shapes",
        words=catalogue.site,
        compare=catalogue.interface.compare,
        always_listed=catalogue.interface.relevance.always_listed,
        title=catalogue.booklet.fits_title,
        shapes=[
            (
                shape,
                catalogue.drawings[f"shape-{shape.id}"],
                claims_and_sources(catalogue, shape.claims),
            )
            for shape in catalogue.shapes
            if shape.id != "not-sure"
        ],
        grid=_grid(catalogue),
        statuses=[(status.name, status.meaning) for status in statuses],
        dents=[
            (dent, catalogue.shape_by_id[dent].name, tuple(_fits(catalogue, dent)))
            for dent in DENT_IDS
        ],
    )
    return menu_page(catalogue, "shapes", body)


def _grid(catalogue: Catalogue) -> Markup:
    names = (catalogue.shape_by_id[dent].name for dent in DENT_IDS)
    return rendered(
        "plain_table",
        id="fits",
        caption=catalogue.booklet.fits_title,
        heads=(catalogue.interface.compare.method_head, *names),
        rows=[
            (method.name, *(fit_word(catalogue, method, dent) for dent in DENT_IDS))
            for method in catalogue.methods
        ],
        css_class="compare plain",
    )


def _fits(catalogue: Catalogue, dent: DentId) -> Iterator[tuple[str, str, str, Markup]]:
    """Each method by the path of its page and its name, with its word and reason, and sources."""
    for method in catalogue.methods:
        fit = method.shapes[dent]
        word = capitalised(fit_word(catalogue, method, dent))
        said = catalogue.site.shape_fit.format(word=word, reason=fit.reason)
        yield method_path(method), method.name, said, source_list(catalogue, fit.claims)
