"""Every text of the screens that is not a heading, a question or a fact."""

from __future__ import annotations

from typing import Annotated

from aid.catalogue.base import Entry, Text
from aid.catalogue.ids import (
    Certainty,
    FamilyId,
    ShapeStatus,
    Unit,
)
from aid.catalogue.shown import REFUSED_FILE, SHEET, Shown
from aid.catalogue.texts.about import AboutTexts
from aid.catalogue.texts.answers_file import AnswersFileTexts
from aid.catalogue.texts.compare import CompareTexts, RelevanceTexts
from aid.catalogue.texts.direct import DirectTexts
from aid.catalogue.texts.screens import (
    MethodsTexts,
    QuestionnaireTexts,
    QuizTexts,
    ReviewTexts,
    StartTexts,
)
from aid.catalogue.texts.shared import (
    BackingTexts,
    DownloadTexts,
    FigureTexts,
    KeepTexts,
    Named,
    NumberWords,
    PrivacyTexts,
    ServiceTexts,
    UnitWords,
    WeighTexts,
)
from aid.catalogue.texts.sheet import SheetPageTexts
from aid.catalogue.texts.sources import SourcesTexts


class InterfaceTexts(Entry):
    """Every text of the screens that is not a heading, a question or a fact."""

    service: ServiceTexts
    relevance: Annotated[RelevanceTexts, Shown("compare", SHEET)]
    numbers: NumberWords
    units: Annotated[dict[Unit, UnitWords], Shown("method", "compare", SHEET)]
    certainty: Annotated[dict[Certainty, Named], Shown("method", "compare", "about", SHEET)]
    statuses: Annotated[dict[ShapeStatus, Named], Shown("method", "compare", SHEET)]
    families: Annotated[dict[FamilyId, Text], Shown("method")]
    figures: Annotated[FigureTexts, Shown("method", "compare")]
    start: Annotated[StartTexts, Shown("start")]
    methods: Annotated[MethodsTexts, Shown("methods", "method")]
    questionnaire: Annotated[QuestionnaireTexts, Shown("scars", "time", "priorities", "health")]
    review: Annotated[ReviewTexts, Shown("review")]
    compare: Annotated[CompareTexts, Shown("compare")]
    direct: Annotated[DirectTexts, Shown("compare", SHEET)]
    backing: Annotated[BackingTexts, Shown("method", "compare")]
    quiz: Annotated[QuizTexts, Shown("quiz")]
    sheet_page: Annotated[SheetPageTexts, Shown("sheet")]
    sources: Annotated[SourcesTexts, Shown("sources")]
    about: Annotated[AboutTexts, Shown("about")]
    weigh: WeighTexts
    keep: KeepTexts
    download: DownloadTexts
    answers_file: Annotated[AnswersFileTexts, Shown(REFUSED_FILE)]
    privacy: PrivacyTexts
