"""Every field of the content: the file that it is read from, and where its texts are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from aid.catalogue.comparisons import StudyComparison
from aid.catalogue.doctor_questions import DoctorQuestion, MethodQuestion, QuestionGroup
from aid.catalogue.editorial import (
    AgreedWords,
    AllowedPhrase,
    Manifest,
    NumberException,
    Readability,
    ReportItem,
    Symmetry,
    Unavoidable,
    WordException,
    WordRule,
)
from aid.catalogue.evidence import Claim, Source
from aid.catalogue.files import ContentFile
from aid.catalogue.methods import Fact, Method
from aid.catalogue.pages import BesideTip, Finding, Note, PageText, QuizStatement, Term, Tip
from aid.catalogue.questionnaire import (
    AskGroup,
    Concern,
    HealthGroup,
    HealthItem,
    QuestionnaireItem,
    Shape,
    TradeOff,
)
from aid.catalogue.retired import RetiredId
from aid.catalogue.shown import EVERYWHERE, READING, SHEET, SIGN_OFF, Shown
from aid.catalogue.texts.interface import InterfaceTexts
from aid.catalogue.texts.papers import BookletTexts, SignOffTexts
from aid.catalogue.texts.sheet import SheetTexts
from aid.catalogue.texts.site import SiteTexts

_WORDING = "editorial/wording.toml"


@dataclass(frozen=True, eq=False, repr=False)
class ContentFields:
    """What the content holds, in the order of the files.

    Each field says in its annotation which file it is read from and where its texts are shown;
    ``aid.catalogue.registry`` collects these. A file is either for all languages or below the
    folder of one language.

    ``methods`` is the exception to the order: it is by display name from A to Z, with "no procedure
    for now" last. ``drawings`` holds the SVG of each drawing by its name, which is ``shape-`` or
    ``method-`` and an id; ``content_version`` is the newest date in ``CHANGES.md``.
    """

    language: str
    facts: Annotated[
        tuple[Fact, ...],
        ContentFile("{language}/facts.toml", "fact"),
        Shown("method", "compare", "sheet", SHEET),
    ]
    methods: Annotated[
        tuple[Method, ...],
        ContentFile("{language}/methods/*.toml", named="id"),
        Shown("method", "compare", "sheet", SHEET),
    ]
    shapes: Annotated[
        tuple[Shape, ...],
        ContentFile("{language}/shapes.toml", "shape"),
        Shown("scars", "review", "compare", SHEET),
    ]
    concerns: Annotated[
        tuple[Concern, ...],
        ContentFile("{language}/concerns.toml", "concern"),
        Shown("priorities", "review", "compare", SHEET),
    ]
    trade_offs: Annotated[
        tuple[TradeOff, ...],
        ContentFile("{language}/trade-offs.toml", "trade-off"),
        Shown("compare"),
    ]
    comparisons: Annotated[
        tuple[StudyComparison, ...],
        ContentFile("{language}/comparisons.toml", "comparison"),
        Shown("compare", SHEET),
    ]
    health_groups: Annotated[
        tuple[HealthGroup, ...],
        ContentFile("{language}/health.toml", "group", texts="health-groups"),
        Shown("health"),
    ]
    health: Annotated[
        tuple[HealthItem, ...],
        ContentFile("{language}/health.toml", "health"),
        Shown("health", "review", "sheet", SHEET),
    ]
    ask_groups: Annotated[
        tuple[AskGroup, ...],
        ContentFile("{language}/questionnaire.toml", "group", texts="ask-groups"),
        Shown("health"),
    ]
    asks: Annotated[
        tuple[QuestionnaireItem, ...],
        ContentFile("{language}/questionnaire.toml", "question"),
        Shown("review", by="step"),
    ]
    groups: Annotated[
        tuple[QuestionGroup, ...],
        ContentFile("{language}/questions.toml", "group", texts="groups"),
        Shown("sheet"),
    ]
    shared_questions: Annotated[
        tuple[DoctorQuestion, ...],
        ContentFile("{language}/questions.toml", "question"),
        Shown("sheet", SHEET),
    ]
    method_questions: Annotated[
        tuple[MethodQuestion, ...],
        ContentFile("{language}/methods/*.toml", "question", named="method", texts="questions"),
        Shown("sheet", SHEET),
    ]
    terms: Annotated[
        tuple[Term, ...], ContentFile("{language}/glossary.toml", "term"), Shown("glossary")
    ]
    tips: Annotated[
        tuple[Tip, ...],
        ContentFile("{language}/tips.toml", "tip"),
        Shown("methods", "compare", SHEET),
    ]
    beside_tips: Annotated[
        tuple[BesideTip, ...],
        ContentFile("{language}/tips.toml", "beside", texts="beside"),
        Shown("methods", "compare"),
    ]
    findings: Annotated[
        tuple[Finding, ...],
        ContentFile("{language}/findings.toml", "finding"),
        Shown("about"),
    ]
    notes: Annotated[
        tuple[Note, ...], ContentFile("{language}/notes.toml", "note"), Shown("methods")
    ]
    statements: Annotated[
        tuple[QuizStatement, ...], ContentFile("{language}/quiz.toml", "statement"), Shown("quiz")
    ]
    report_card: Annotated[
        tuple[ReportItem, ...], ContentFile("editorial/report-card.toml", "item"), Shown("about")
    ]
    sources: Annotated[
        tuple[Source, ...],
        ContentFile("sources.toml", "source"),
        Shown("method", "compare", "sources"),
    ]
    retired: Annotated[tuple[RetiredId, ...], ContentFile("retired.toml", "retired"), EVERYWHERE]
    pages: Annotated[
        tuple[PageText, ...], ContentFile("{language}/pages.toml", "page"), Shown(by="id")
    ]
    claims: Annotated[
        tuple[Claim, ...],
        ContentFile("evidence/*.toml", "claim", named="topic"),
        Shown("method", "compare", "sources"),
    ]
    interface: Annotated[InterfaceTexts, ContentFile("{language}/interface.toml"), EVERYWHERE]
    sheet: Annotated[SheetTexts, ContentFile("{language}/sheet.toml"), Shown("sheet", SHEET)]
    booklet: Annotated[BookletTexts, ContentFile("{language}/booklet.toml")]
    sign_off: Annotated[SignOffTexts, ContentFile("{language}/sign-off.toml"), Shown(SIGN_OFF)]
    site: Annotated[SiteTexts, ContentFile("{language}/site.toml"), Shown(READING)]
    manifest: Annotated[Manifest, ContentFile("manifest.toml")]
    readability: Annotated[Readability, ContentFile("generated/readability.toml")]
    agreed_words: Annotated[AgreedWords, ContentFile(_WORDING)]
    word_rules: Annotated[tuple[WordRule, ...], ContentFile(_WORDING, "rule")]
    allowed_phrases: Annotated[tuple[AllowedPhrase, ...], ContentFile(_WORDING, "allowed")]
    word_exceptions: Annotated[tuple[WordException, ...], ContentFile(_WORDING, "exception")]
    number_exceptions: Annotated[tuple[NumberException, ...], ContentFile(_WORDING, "number")]
    symmetry: Annotated[Symmetry, ContentFile("editorial/symmetry.toml")]
    unavoidable: Annotated[tuple[Unavoidable, ...], ContentFile(_WORDING, "unavoidable")]
    drawings: Mapping[str, str]
    content_version: date
