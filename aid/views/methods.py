"""One method by itself: all facts under the same headings, with its words explained in place."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DENT_IDS, FACT_PARTS, FactPart
from aid.catalogue.methods import Fact, Method
from aid.formatting.glossary import method_texts
from aid.views.elements import bullets, drawing, link
from aid.views.evidence import fact_evidence
from aid.views.glossary import WordsInPlace, meanings
from aid.views.shape_fits import fit_account
from aid.views.templating import rendered

PLACES: Final[dict[FactPart, str]] = {part: f"part-{part}" for part in FACT_PARTS}
"""The ids of the headings of a method's page, to which links of the page lead."""


def method_card(catalogue: Catalogue, method: Method) -> Markup:
    """The drawing of a method, for its place among the others."""
    return drawing(catalogue.drawings[f"method-{method.id}"], method.drawing_alt)


def booklet_links(catalogue: Catalogue) -> Markup:
    """The two files of the booklet, which a host serves beside its screens."""
    words = catalogue.interface.methods
    return bullets(
        (
            link(words.booklet_a4, "./booklet-a4.pdf", "alone"),
            link(words.booklet_letter, "./booklet-letter.pdf", "alone"),
        )
    )


def method_account(catalogue: Catalogue, method: Method) -> Markup:
    """One method with all its facts under the same headings, as it stands below its name.

    Args:
        catalogue: The content.
        method: The method. Its name and its summary stand above, as heading and main message.
    """
    words, explained = catalogue.interface.methods, WordsInPlace(catalogue)
    return rendered(
        "method_account",
        words=words,
        method=method,
        picture=catalogue.drawings[f"method-{method.id}"],
        family=words.family.format(family=catalogue.interface.families[method.family]),
        parts=[
            (PLACES[part], words.parts[part], part, facts_of(catalogue, part))
            for part in FACT_PARTS
        ],
        explained=explained,
        meanings=meanings(catalogue, method_texts(catalogue, method)),
        fits=fit_account(catalogue, method.id, DENT_IDS),
        evidence=lambda fact: fact_evidence(catalogue, fact, method.facts[fact.id], of=method.id),
    )


def facts_of(catalogue: Catalogue, part: FactPart) -> list[Fact]:
    """The facts that stand under one heading, in row order."""
    return [fact for fact in catalogue.facts if fact.part == part]
