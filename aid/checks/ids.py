"""Ids and words of closed lists: each once, each known to the code, none missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aid.catalogue.catalogue import Catalogue, HasId
from aid.catalogue.ids import (
    AUDITED,
    CARD_STATUSES,
    CERTAINTIES,
    CONCERN_IDS,
    FACT_IDS,
    FAMILY_IDS,
    HEALTH_IDS,
    LIST_CASES,
    METHOD_IDS,
    NEED_IDS,
    PAGE_IDS,
    SHAPE_IDS,
    SHAPE_SOURCE_IDS,
    SHAPE_STATUSES,
    SHEET_FORMAT_IDS,
    SOURCE_KINDS,
    STANDARDS,
    UNITS,
)
from aid.errors import Place, Problem


def ids_once(catalogue: Catalogue) -> Iterator[Problem]:
    """Find ids, and forms of a glossary term, that stand for two things."""
    lists: dict[Place, Sequence[HasId]] = {
        Place("sources.toml"): catalogue.sources,
        Place("evidence"): catalogue.claims,
        Place("retired.toml"): catalogue.retired,
        Place("en/methods"): catalogue.methods,
        Place("en/facts.toml"): catalogue.facts,
        Place("en/shapes.toml"): catalogue.shapes,
        Place("en/concerns.toml"): catalogue.concerns,
        Place("en/trade-offs.toml"): catalogue.trade_offs,
        Place("en/health.toml"): catalogue.health,
        Place("en/questionnaire.toml"): catalogue.asks,
        Place("en/questions.toml", "group"): catalogue.groups,
        Place("en/questions.toml", "question"): catalogue.questions,
        Place("en/glossary.toml"): catalogue.terms,
        Place("en/tips.toml", "tip"): catalogue.tips,
        Place("en/tips.toml", "beside"): catalogue.beside_tips,
        Place("en/notes.toml"): catalogue.notes,
        Place("en/quiz.toml"): catalogue.statements,
        Place("en/pages.toml"): catalogue.pages,
        Place("report-card.toml"): catalogue.report_card,
        Place("wording.toml", "rule"): catalogue.word_rules,
    }
    for place, entries in lists.items():
        for entry_id, times in Counter(entry.id for entry in entries).items():
            if times > 1:
                yield place.at(entry_id).problem(f"the id is used {times} times")
    forms = Counter(form for term in catalogue.terms for form in (term.term, *term.also))
    for form, times in forms.items():
        if times > 1:
            yield Place("en/glossary.toml").problem(f"“{form}” stands in {times} terms")


def vocabulary_complete(catalogue: Catalogue) -> Iterator[Problem]:
    """Find ids and words of closed lists that only the code or only the content knows."""
    wanted: tuple[tuple[Place, tuple[str, ...], tuple[str, ...], bool], ...] = (
        (Place("en/facts.toml"), FACT_IDS, tuple(fact.id for fact in catalogue.facts), True),
        (Place("en/shapes.toml"), SHAPE_IDS, tuple(item.id for item in catalogue.shapes), True),
        (
            Place("en/concerns.toml"),
            CONCERN_IDS,
            tuple(item.id for item in catalogue.concerns),
            True,
        ),
        (Place("en/health.toml"), HEALTH_IDS, tuple(item.id for item in catalogue.health), True),
        (Place("en/pages.toml"), PAGE_IDS, tuple(page.id for page in catalogue.pages), True),
        (
            Place("en/methods"),
            METHOD_IDS,
            tuple(method.id for method in catalogue.methods),
            False,
        ),
    )
    for place, ids, found, in_order in wanted:
        for missing in [item for item in ids if item not in found]:
            yield place.at(missing).problem("is missing")
        if in_order and set(found) == set(ids) and tuple(dict.fromkeys(found)) != ids:
            yield place.problem(f"the entries must stand in the order {', '.join(ids)}")
    interface, sheet = catalogue.interface, catalogue.sheet
    closed_lists: tuple[tuple[str, str, Mapping[Any, object], tuple[str, ...]], ...] = (
        ("en/interface.toml", "units", interface.units, UNITS),
        ("en/interface.toml", "statuses", interface.statuses, SHAPE_STATUSES),
        ("en/interface.toml", "certainty", interface.certainty, CERTAINTIES),
        ("en/interface.toml", "families", interface.families, FAMILY_IDS),
        ("en/interface.toml", "about.source-kind", interface.about.source_kind, SOURCE_KINDS),
        ("en/interface.toml", "backing.read", interface.backing.read, AUDITED),
        ("en/interface.toml", "about.card-name", interface.about.card_name, STANDARDS),
        ("en/interface.toml", "about.card-status", interface.about.card_status, CARD_STATUSES),
        (
            "en/interface.toml",
            "sheet-page.formats",
            interface.sheet_page.formats,
            SHEET_FORMAT_IDS,
        ),
        ("en/sheet.toml", "needs", sheet.needs, NEED_IDS),
        ("en/sheet.toml", "list-note", sheet.list_note, LIST_CASES),
        ("en/sheet.toml", "shape-source", sheet.shape_source, SHAPE_SOURCE_IDS),
    )
    for file, key, words, wanted_keys in closed_lists:
        for word in wanted_keys:
            if word not in words:
                yield Place(file, f"{key}.{word}").problem("is missing")
        for word in words:
            if word not in wanted_keys:
                yield Place(file, f"{key}.{word}").problem("is not a known word")
