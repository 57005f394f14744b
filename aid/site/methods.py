"""The contents of the methods, a page for each, and all of them side by side, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DENT_IDS, FACT_PARTS, METHOD_IDS
from aid.catalogue.methods import Method
from aid.formatting.glossary import method_texts
from aid.site.page import Page, menu_page, rendered, way_up
from aid.tailoring.comparison import rows
from aid.views.evidence import claims_and_sources, fact_evidence
from aid.views.glance import glance_table, row_notes
from aid.views.glossary import WordsInPlace, meanings
from aid.views.methods import PLACES, facts_of
from aid.views.shape_fits import fit_account


def method_path(method: Method) -> str:
    """The file of a method's page."""
    return f"methods/{method.id}.html"


def contents(catalogue: Catalogue) -> Page:
    """Every method with its drawing, in the stated order, and what else a reader may hear of."""
    body = rendered(
        "methods",
        words=catalogue.interface.methods,
        certainty=catalogue.interface.compare.certainty,
        certainties=catalogue.interface.certainty,
        methods=[
            (method_path(method), method, catalogue.drawings[f"method-{method.id}"])
            for method in catalogue.methods
        ],
        notes=[(note, claims_and_sources(catalogue, note.claims)) for note in catalogue.notes],
        more=catalogue.interface.compare.open_fact,
    )
    return menu_page(catalogue, "methods", body, is_wide=True)


def method_pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each method, in the stated order."""
    around = (None, *catalogue.methods, None)
    for before, method, after in zip(around, catalogue.methods, around[2:], strict=False):
        body = _account(catalogue, method, before, after)
        yield Page(method_path(method), "methods", method.name, method.summary, body)


def _account(
    catalogue: Catalogue, method: Method, before: Method | None, after: Method | None
) -> Markup:
    words = catalogue.interface.methods
    return rendered(
        "method",
        words=words,
        root=way_up(method_path(method)),
        method=method,
        picture=catalogue.drawings[f"method-{method.id}"],
        family=catalogue.interface.methods.family.format(
            family=catalogue.interface.families[method.family]
        ),
        explained=WordsInPlace(catalogue),
        meanings=meanings(catalogue, method_texts(catalogue, method)),
        parts=[
            (PLACES[part], words.parts[part], part, facts_of(catalogue, part))
            for part in FACT_PARTS
        ],
        fits=fit_account(catalogue, method.id, DENT_IDS),
        evidence=lambda fact: fact_evidence(catalogue, fact, method.facts[fact.id]),
        beside=[
            (method_path(other), said.format(name=other.name))
            for said, other in ((words.before, before), (words.after, after))
            if other is not None
        ],
    )


def side_by_side(catalogue: Catalogue) -> Page:
    """All methods at once where there is room, and one fact of them at a time everywhere."""
    laid_out = rows(catalogue, (), ())
    body = rendered(
        "side_by_side",
        words=catalogue.site,
        compare=catalogue.interface.compare,
        glance=glance_table(catalogue, METHOD_IDS, laid_out, {}),
        notes=row_notes(row for row in laid_out if row.open),
        methods=[(method_path(method), method) for method in catalogue.methods],
        facts=catalogue.facts,
        meanings=meanings(
            catalogue,
            (fact.short for method in catalogue.methods for fact in method.facts.values()),
            catalogue.methods,
            "methods/{}.html",
        ),
    )
    return menu_page(catalogue, "side-by-side", body, is_wide=True)
