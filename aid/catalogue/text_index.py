"""Every sentence that a reader can meet on any screen or paper, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from aid.catalogue.base import Entry
from aid.catalogue.booklet_coverage import in_booklet
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.doctor_questions import DoctorQuestion, QuestionGroup
from aid.catalogue.editorial import ReportItem
from aid.catalogue.evidence import Source
from aid.catalogue.ids import PAGE_IDS
from aid.catalogue.methods import Fact, Figures, Method, MethodFact, MoreFigure, ShapeFit
from aid.catalogue.pages import BesideTip, Note, QuizStatement, Term, Tip
from aid.catalogue.questionnaire import (
    Concern,
    HealthItem,
    Option,
    QuestionnaireItem,
    Shape,
    TradeOff,
)
from aid.catalogue.retired import RetiredId

SHEET = "sheet-paper"
"""The place name for the printed sheet, beside the ids of the screens."""

BOOKLET = "booklet-paper"
"""The place name for the booklet, which holds the whole aid."""


SIGN_OFF = "sign-off-paper"
"""The place name for the paper that a clinician signs; no reader of the aid sees it."""


@dataclass(frozen=True)
class ReaderText:
    """One text, its place in the content as a dotted key, and the screens or papers it is on."""

    key: str
    text: str
    where: tuple[str, ...]


_NOT_WORDS: Mapping[type[Entry], frozenset[str]] = {
    QuestionnaireItem: frozenset({"id", "step", "kind", "options_from"}),
    DoctorQuestion: frozenset({"id", "group", "claims", "when"}),
    BesideTip: frozenset({"id", "claims"}),
    MethodFact: frozenset({"certainty", "claims", "sources"}),
    Concern: frozenset({"id", "facts"}),
    Fact: frozenset({"id", "chart_unit"}),
    Figures: frozenset({"unit"}),
    HealthItem: frozenset({"id", "claims"}),
    Method: frozenset({"id", "family"}),
    MoreFigure: frozenset({"unit", "claim", "role"}),
    Note: frozenset({"id", "certainty", "claims"}),
    Option: frozenset({"id"}),
    QuestionGroup: frozenset({"id"}),
    ReportItem: frozenset({"id", "standard", "status"}),
    RetiredId: frozenset({"id", "kind", "to"}),
    Shape: frozenset({"id", "claims"}),
    ShapeFit: frozenset({"status", "claims"}),
    Source: frozenset({"id", "url", "kind"}),
    QuizStatement: frozenset({"id", "answer", "claims"}),
    Term: frozenset({"id", "claims"}),
    Tip: frozenset({"id", "claims", "sources"}),
    TradeOff: frozenset({"id", "one", "others", "facts", "claims"}),
}
"""Fields that hold ids, addresses or words of a closed list. Every other text is for a reader."""

_EVERYWHERE = tuple(PAGE_IDS)
_FACTS = ("methods", "compare", "sheet", SHEET)


@lru_cache(maxsize=1)
def reader_texts(catalogue: Catalogue) -> tuple[ReaderText, ...]:
    """List every text, each key once, in the order of the content.

    Texts with gaps, such as ``{count}``, are listed with their gaps. The last list is kept, because
    several checks ask for it and a catalogue cannot change.
    """
    return tuple(
        replace(text, where=(*text.where, BOOKLET)) if in_booklet(catalogue, text.key) else text
        for text in _all(catalogue)
    )


def _all(catalogue: Catalogue) -> Iterator[ReaderText]:
    lists: tuple[tuple[str, tuple[Entry, ...], tuple[str, ...]], ...] = (
        ("facts", catalogue.facts, _FACTS),
        ("methods", catalogue.methods, _FACTS),
        ("shapes", catalogue.shapes, ("scars", "review", "compare", SHEET)),
        ("concerns", catalogue.concerns, ("priorities", "review", "compare", SHEET)),
        ("trade-offs", catalogue.trade_offs, ("compare",)),
        ("health", catalogue.health, ("health", "review", "sheet", SHEET)),
        ("questionnaire", catalogue.asks, ()),
        ("groups", catalogue.groups, ("sheet",)),
        ("questions", catalogue.questions, ("sheet", SHEET)),
        ("glossary", catalogue.terms, ("about",)),
        ("tips", catalogue.tips, ("methods", "compare", SHEET)),
        ("beside", catalogue.beside_tips, ("methods", "compare")),
        ("notes", catalogue.notes, ("methods",)),
        ("quiz", catalogue.statements, ("quiz",)),
        ("report-card", catalogue.report_card, ("about",)),
        ("sources", catalogue.sources, ("compare", "about")),
        ("retired", catalogue.retired, _EVERYWHERE),
    )
    for name, entries, where in lists:
        for entry in entries:
            entry_id: str = entry.id  # type: ignore[attr-defined]
            places = where or (entry.step, "review")  # type: ignore[attr-defined]
            yield from _walk(f"{name}.{entry_id}", entry, places)
    for page in catalogue.pages:
        yield ReaderText(f"pages.{page.id}.menu", page.menu, _EVERYWHERE)
        yield ReaderText(f"pages.{page.id}.title", page.title, (page.id,))
        yield ReaderText(f"pages.{page.id}.lead", page.lead, (page.id,))
    for claim in catalogue.claims:
        yield ReaderText(f"evidence.{claim.id}.plain", claim.plain, ("compare",))
    for name, value in catalogue.interface:
        yield from _walk(f"interface.{_key(name)}", value, _SCREENS.get(name, _EVERYWHERE))
    yield from _walk("sheet", catalogue.sheet, ("sheet", SHEET))
    yield from _walk("booklet", catalogue.booklet, ())
    yield from _walk("sign-off", catalogue.sign_off, (SIGN_OFF,))
    manifest = catalogue.manifest
    yield ReaderText("manifest.funding", manifest.funding, ("about", SHEET))
    yield ReaderText("manifest.country-scope", manifest.country_scope, ("about",))
    yield ReaderText("manifest.contact", manifest.contact, ("about", SHEET))
    yield ReaderText("manifest.site-address", manifest.site_address, (SHEET,))
    for position, author in enumerate(manifest.author):
        yield ReaderText(f"manifest.author.{position}.name", author.name, ("about",))
        yield ReaderText(f"manifest.author.{position}.role", author.role, ("about",))


_SCREENS: Mapping[str, tuple[str, ...]] = {
    "relevance": ("compare", SHEET),
    "units": ("methods", "compare", SHEET),
    "certainty": ("methods", "compare", "about", SHEET),
    "statuses": ("compare",),
    "families": ("methods",),
    "figures": ("methods", "compare"),
    "start": ("start",),
    "methods": ("methods",),
    "questionnaire": ("scars", "time", "priorities", "health"),
    "review": ("review",),
    "compare": ("compare",),
    "backing": ("methods", "compare"),
    "quiz": ("quiz",),
    "sheet_page": ("sheet",),
    "about": ("about",),
    # Only where a file is wrong: such short sentences would make every screen look easier to read.
    "answers_file": (),
}


def _walk(key: str, value: object, where: tuple[str, ...]) -> Iterator[ReaderText]:
    if isinstance(value, str):
        yield ReaderText(key, value, where)
    elif isinstance(value, Entry):
        skipped = _NOT_WORDS.get(type(value), frozenset())
        for name, part in value:
            if name not in skipped:
                yield from _walk(f"{key}.{_key(name)}", part, where)
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _walk(f"{key}.{name}", part, where)
    elif isinstance(value, tuple):
        for position, part in enumerate(value):
            label = getattr(part, "id", position)
            yield from _walk(f"{key}.{label}", part, where)


def _key(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
