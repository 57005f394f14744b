"""The closed lists of ids that answers files, content and command line share.

An id is permanent: it is never reused for a new meaning. The order of each list is the order in
which the aid shows it, except for methods, which ``Catalogue.methods`` orders by display name.
Choices of one answer alone are declared beside it, in ``aid.catalogue.answer_fields``.
"""

from __future__ import annotations

from typing import Literal, get_args

ShapeId = Literal["ice-pick", "boxcar", "rolling", "other-dent", "raised", "not-sure"]
DentId = Literal["ice-pick", "boxcar", "rolling", "other-dent"]
ListCase = Literal["nothing-ticked", "not-sure", "raised-only", "shapes", "shapes-and-raised"]
ListSection = Literal["shapes", "less", "other"]
ListId = Literal["shapes", "less", "all"]
ConcernId = Literal[
    "pain",
    "colour-change",
    "downtime",
    "visits",
    "cost",
    "lasting",
    "amount-of-change",
    "needles",
    "something-left-in-skin",
    "serious-harm",
    "evidence",
    "being-seen",
    "none-of-these",
    "not-sure",
]
HealthId = Literal[
    "active-acne",
    "raised-scars",
    "darkens-after-injury",
    "darker-skin",
    "recent-sun",
    "melasma",
    "vitiligo-psoriasis-lichen",
    "eczema-or-rosacea",
    "isotretinoin",
    "blood-thinners",
    "light-sensitive",
    "allergies",
    "smoking",
    "cold-sores",
    "slow-healing",
    "immune-illness",
    "diabetes",
    "cancer-treatment",
    "pregnancy",
    "under-18",
    "earlier-filler",
    "earlier-procedures",
    "metal-or-device",
    "infection-jab-dental",
    "none-of-these",
    "rather-not-say",
]
Paper = Literal["a4", "letter"]
SheetFormatId = Literal["pdf", "docx", "txt"]
MethodId = Literal[
    "ablative-fractional-laser",
    "non-ablative-fractional-laser",
    "microneedling",
    "rf-microneedling",
    "chemical-peels",
    "tca-cross",
    "hyaluronic-acid-filler",
    "autologous-fat",
    "subcision",
    "punch-techniques",
    "dermabrasion",
    "no-procedure-for-now",
]
LeaningId = Literal[MethodId, "not-sure"]
FactId = Literal[
    "what-it-is",
    "what-it-is-like",
    "scar-shapes",
    "visits",
    "visit-length",
    "downtime",
    "time-to-result",
    "how-long-it-lasts",
    "effect",
    "pain",
    "common-side-effects",
    "serious-risks",
    "darker-skin",
    "tell-your-doctor",
    "aftercare",
    "cost",
    "evidence",
    "combined-with",
]
FactPart = Literal["is", "scars", "asks", "may-do", "may-go-wrong", "sure"]
"""The headings of a method's own page, in order."""
FamilyId = Literal[
    "laser",
    "microneedling",
    "chemical-peels",
    "injected-fillers",
    "also-discussed",
    "no-procedure",
]
ShapeStatus = Literal[
    "described", "described-less", "shape-not-named", "other-shapes-only", "described-not"
]
ClaimCertainty = Literal["high", "moderate", "low", "very-low", "not-graded"]
Certainty = Literal[ClaimCertainty, "by-definition", "none-found"]
ByChance = Literal[
    "lot",
    "sides-by-lot",
    "sides-fixed",
    "not-by-lot",
    "records",
    "trials",
    "studies",
    "not-shown",
]
"""How the groups or sides of a study were made."""
Difference = Literal["clear", "not-clear", "mixed", "not-told"]
"""Whether chance may explain the difference that a study found."""
Unit = Literal[
    "minutes",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
    "visits",
    "percent",
    "people",
    "points",
    "ratio",
    "syringes",
    "scars",
    "GBP",
    "USD",
    "EUR",
    "other-currency",
    "other",
]
SourceKind = Literal[
    "systematic-review",
    "meta-analysis",
    "guideline",
    "consensus",
    "rct",
    "cohort",
    "narrative-review",
    "patient-page",
    "regulator",
    "project-text",
]
Audited = Literal["confirmed", "corrected", "not-refound", "read-once"]
CardStatus = Literal["met", "partly", "not-met", "not-applicable", "not-read"]
Standard = Literal["ipdas", "nice", "his", "pemat"]
PageId = Literal[
    "start",
    "methods",
    "method",
    "scars",
    "time",
    "priorities",
    "compare",
    "quiz",
    "health",
    "sheet",
    "review",
    "sources",
    "about",
    "glossary",
    "keep",
]
SitePageId = Literal[
    "start",
    "methods",
    "side-by-side",
    "shapes",
    "direct-comparisons",
    "questions",
    "tips",
    "glossary",
    "sources",
    "about",
]
"""The pages of the reading edition, beside those of single methods and of sources."""
LeadingPageId = Literal["methods", "scars", "compare", "sheet", "about"]
"""The pages that lead to their parts."""

START: PageId = "start"
"""The screen that lives at the root."""
FIRST_STEP: LeadingPageId = "scars"
"""The page with the first question; its parts are the further steps."""
NO_PROCEDURE: MethodId = "no-procedure-for-now"

CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
DENT_IDS: tuple[DentId, ...] = get_args(DentId)
SHAPE_IDS: tuple[ShapeId, ...] = get_args(ShapeId)
LIST_CASES: tuple[ListCase, ...] = get_args(ListCase)
LIST_IDS: tuple[ListId, ...] = get_args(ListId)
SHEET_FORMAT_IDS: tuple[SheetFormatId, ...] = get_args(SheetFormatId)
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
FAMILY_IDS: tuple[FamilyId, ...] = get_args(FamilyId)
SHAPE_STATUSES: tuple[ShapeStatus, ...] = get_args(ShapeStatus)
CONCERN_IDS: tuple[ConcernId, ...] = get_args(ConcernId)
HEALTH_IDS: tuple[HealthId, ...] = get_args(HealthId)
METHOD_IDS: tuple[MethodId, ...] = get_args(MethodId)
FACT_PARTS: tuple[FactPart, ...] = get_args(FactPart)
FACT_IDS: tuple[FactId, ...] = get_args(FactId)
PAPERS: tuple[Paper, ...] = get_args(Paper)
PAGE_IDS: tuple[PageId, ...] = get_args(PageId)
SITE_PAGE_IDS: tuple[SitePageId, ...] = get_args(SitePageId)
UNITS: tuple[Unit, ...] = get_args(Unit)
AUDITED: tuple[Audited, ...] = get_args(Audited)
CARD_STATUSES: tuple[CardStatus, ...] = get_args(CardStatus)
STANDARDS: tuple[Standard, ...] = get_args(Standard)

EXCLUSIVE: frozenset[str] = frozenset({"none-of-these", "rather-not-say"})
"""Exclusive answers: whoever ticks one ticks none of the others."""
