"""Which texts the booklet holds: all of them, save a short list with the reason for each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase, translate

from aid.catalogue.catalogue import Catalogue

LEFT_OUT: Mapping[str, str] = {
    "pages.*.menu": "names in the menu",
    "pages.*.lead": "tells what a screen does; a few are true of paper too",
    "interface.about.funding-said": "the booklet has its own words",
    "interface.about.read-via": "the booklet has its own words",
    "interface.about.used-for": "each fact of the booklet gives the numbers of its works",
    "trade-offs.*": "shown for two concerns that a reader ticked",
    "sign-off.*": "a paper of its own, for a clinician",
    "site.*": "the reading edition: the same facts, as pages",
    "interface.numbers.*": "part of texts with a count",
    "interface.units.*": "part of the figures, where they need them",
    "shapes.*.you-said": "echo of an answer",
    "concerns.*.you-said": "echo of an answer",
    "questionnaire.*.you-said": "echo of an answer",
    "questionnaire.*.name": "short name of an answer",
    "questions.*.printed-why": "what the sheet prints in place of a private reason",
    "glossary.*.also.*": "other forms of a word",
    "methods.*.part": "name of a bar in a chart",
    "health-groups.*": "heading that opens on the screen",
    "ask-groups.*": "heading that opens on the screen",
    "retired.*.name": "what an old answers file may hold",
    "interface.weigh.support-lead": "comes before lines that only a running copy knows",
    "interface.statuses.described-not.name": "said of a pair with this status; today none has it",
    "interface.direct.all-compared": "said where each pair of a few methods was compared",
    "interface.direct.nothing": "said where no pair of a few methods was compared",
    "interface.direct.no-pair": "said of a list of one method",
    "interface.about.letters": "letters to jump to on a screen",
    "interface.about.card-not-met": "the items that are not met are among the others",
    "interface.about.card-open": "opens the list of items",
    "interface.about.card-item": "head of a table",
    "interface.about.card-how": "head of a table",
    "interface.about.card-why": "head of a table",
}
"""Keys of texts that are for screens alone, and what they are."""

_LEFT_OUT = re.compile("|".join(map(translate, LEFT_OUT)))
"""All of them as one pattern: every text of the content is matched against it."""

FOR_SCREENS: Mapping[str, tuple[str, ...]] = {
    "interface.service": ("name", "not-advice", "not-reviewed", "dated", "weigh-link"),
    "interface.relevance": ("always-listed", "always-word"),
    "interface.start": ("decision", "sections.*"),
    "interface.methods": (
        "order",
        "notes-title",
        "notes-lead",
        "tips-title",
        "tips-source",
        "beside-title",
    ),
    "interface.questionnaire": ("why-we-ask",),
    "interface.compare": ("certainty", "method-head", "not-named"),
    "interface.quiz": ("true", "false", "not-sure", "unsure"),
    "interface.sheet-page": ("tell-title", "own-title", "leaning-hint"),
    "sheet": (
        "title",
        "decision",
        "name-line",
        "doctor-line",
        "methods-title",
        "leaning-title",
        "leaning-not-sure",
        "needs-title",
        "needs.*",
        "agreed-title",
        "next-steps-title",
        "notes-title",
        "why",
        "page-of",
        "sources-at",
        "outline-*",
    ),
}
"""Sections of buttons, controls and replies, with those of their texts that are on paper too."""

_WHOLE_SECTIONS = (
    "interface.certainty.",
    "interface.statuses.",
    "interface.families.",
    "interface.figures.",
    "interface.about.",
    "interface.weigh.",
    "interface.direct.",
)
"""Sections of the interface that are on paper too. Those that are not named are for screens."""

_LEADS_ON_PAPER = ("pages.start.lead", "pages.methods.lead", "pages.about.lead")


def in_booklet(catalogue: Catalogue, key: str) -> bool:
    """Whether the booklet holds the text with this key of ``aid.catalogue.text_index``."""
    if key in _LEADS_ON_PAPER:
        return True
    if _LEFT_OUT.match(key):
        return False
    if _is_only_on_screen(catalogue, key):
        return False
    for section, kept in FOR_SCREENS.items():
        if key.startswith(f"{section}."):
            return any(fnmatchcase(key, f"{section}.{name}") for name in kept)
    return not key.startswith("interface.") or key.startswith(_WHOLE_SECTIONS)


def _is_only_on_screen(catalogue: Catalogue, key: str) -> bool:
    """Whether a text is of a section that is marked as not true of paper."""
    if not key.startswith("interface."):
        return False
    lists = {
        "interface.start.sections.": catalogue.interface.start.sections,
        "interface.about.sections.": catalogue.interface.about.sections,
    }
    for start, sections in lists.items():
        if key.startswith(start):
            return sections[int(key.removeprefix(start).partition(".")[0])].only_on_screen
    return False
