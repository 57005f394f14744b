"""The comparison as JSON for other programs, and as lines of text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import ListSection
from aid.catalogue.methods import Figures, MethodFact, MoreFigure, ShapeFit
from aid.cli.direct import direct_json, direct_text
from aid.formatting.shape_fits import fit_reasons
from aid.papers.sheet.content import printed_health
from aid.tailoring.comparison import Comparison, Row, cell
from aid.tailoring.doctor_questions import asked_questions
from aid.tailoring.relevance import SECTIONS_OF_LIST, Listed

Json = Mapping[str, Any]

_SIGNS: Mapping[ListSection, str] = {"shapes": "*", "less": "+", "other": "-"}
"""The part of the lists that a method is in, before its name in the text."""


def comparison_json(catalogue: Catalogue, answers: Answers, comparison: Comparison) -> Json:
    """The comparison as plain values, in the shape that other programs read.

    Args:
        catalogue: The content.
        answers: What the reader said.
        comparison: The comparison for these answers.
    """
    return {
        "content-version": catalogue.content_version.isoformat(),
        "relevance-note": comparison.relevance.note,
        "methods": list(_methods(catalogue, comparison)),
        "rows": [_row(catalogue, row) for row in comparison.rows],
        "direct": list(direct_json(catalogue, comparison.relevance.on_list)),
        "questions": list(_questions(catalogue, answers)),
        "tell": list(_health(catalogue, answers)),
    }


def _methods(catalogue: Catalogue, comparison: Comparison) -> Iterator[Json]:
    listing = zip(comparison.relevance.methods, comparison.beside_answers, strict=True)
    for listed, beside in listing:
        yield {
            "id": listed.method_id,
            "name": catalogue.method_by_id[listed.method_id].name,
            "relevant": listed.relevant,
            "list": listed.section,
            "reason": listed.reason,
            "fit": {dent: _fit(fit) for dent, fit in listed.fits.items()},
            "downtime-note": beside.downtime_note,
            "visits-note": beside.visits_note,
        }


def _fit(fit: ShapeFit) -> Json:
    return {"status": fit.status, "reason": fit.reason, "claims": list(fit.claims)}


def _row(catalogue: Catalogue, row: Row) -> Json:
    return {
        "id": row.id,
        "label": row.fact.label,
        "marked": row.marked,
        "key": row.fact.key,
        "cells": {
            method.id: cell_json(catalogue, cell(catalogue, method.id, row.id))
            for method in catalogue.methods
        },
    }


def _questions(catalogue: Catalogue, answers: Answers) -> Iterator[Json]:
    for question in asked_questions(catalogue, answers):
        yield {
            "id": question.id,
            "text": question.text,
            "reason": question.why,
            "group": question.group,
            "private": question.private,
        }


def _health(catalogue: Catalogue, answers: Answers) -> Iterator[Json]:
    printed = printed_health(answers)
    for item in answers.health_said:
        yield {"id": item, "text": catalogue.health_by_id[item].tell, "printed": item in printed}


def cell_json(catalogue: Catalogue, content: MethodFact) -> Json:
    """One cell as plain values; ``figures`` is ``None`` where no good figure was found."""
    return {
        "short": content.short,
        "text": content.text,
        "figures": _figure(content.figures) if content.figures else None,
        "more-figures": [_figure(figure) for figure in content.more_figures],
        "certainty": content.certainty,
        "sources": list(catalogue.cell_sources(content.claims, content.sources)),
        "claims": list(content.claims),
    }


def _figure(figure: Figures | MoreFigure) -> Json:
    # Whole numbers as the content writes them: 3, not 3.0.
    return {
        key: int(value) if isinstance(value, float) and value.is_integer() else value
        for key, value in figure.model_dump(by_alias=True, exclude_none=True).items()
    }


def comparison_text(catalogue: Catalogue, comparison: Comparison) -> Iterator[str]:
    """The comparison as lines of text; the sign before a method is that of its list."""
    words, listing = catalogue.interface.compare, comparison.relevance
    yield from (listing.note, "", words.order, words.not_named, "")
    for list_id in listing.lists:
        signs = " ".join(_SIGNS[section] for section in SECTIONS_OF_LIST[list_id])
        name = words.lists[list_id].format(count=len(listing.held_by(list_id)))
        yield f"{name} ({signs})"
    yield ""
    for listed, beside in zip(listing.methods, comparison.beside_answers, strict=True):
        yield f"{_SIGNS[listed.section]} {catalogue.method_by_id[listed.method_id].name}"
        notes = (*_reasons(catalogue, listed), beside.downtime_note, beside.visits_note)
        yield from (f"    {note}" for note in notes if note)
    yield from ("", *direct_text(catalogue, listing.on_list))
    for row in comparison.rows:
        marked = f" ({words.marked})" if row.marked else ""
        yield from ("", f"{row.fact.label}{marked}")
        for method in catalogue.methods:
            yield f"    {method.name}: {method.facts[row.id].short}"


def _reasons(catalogue: Catalogue, listed: Listed) -> tuple[str, ...]:
    if not listed.fits:
        return listed.reasons
    return fit_reasons(catalogue, catalogue.method_by_id[listed.method_id], tuple(listed.fits))
