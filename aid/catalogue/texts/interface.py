"""Every text of the screens that is not a heading, a question or a fact."""

from __future__ import annotations

from aid.catalogue.base import Entry, Text
from aid.catalogue.ids import (
    Certainty,
    ShapeStatus,
    Unit,
)
from aid.catalogue.texts.about import AboutTexts
from aid.catalogue.texts.answers_file import AnswersFileTexts
from aid.catalogue.texts.compare import CompareTexts, RelevanceTexts
from aid.catalogue.texts.screens import (
    MethodsTexts,
    QuestionnaireTexts,
    QuizTexts,
    ReviewTexts,
    StartTexts,
)
from aid.catalogue.texts.shared import (
    BackingTexts,
    DateTexts,
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


class InterfaceTexts(Entry):
    """Every text of the screens that is not a heading, a question or a fact."""

    service: ServiceTexts
    relevance: RelevanceTexts
    dates: DateTexts
    numbers: NumberWords
    units: dict[Unit, UnitWords]
    certainty: dict[Certainty, Named]
    statuses: dict[ShapeStatus, Text]
    families: dict[str, Text]
    figures: FigureTexts
    start: StartTexts
    methods: MethodsTexts
    questionnaire: QuestionnaireTexts
    review: ReviewTexts
    compare: CompareTexts
    backing: BackingTexts
    quiz: QuizTexts
    sheet_page: SheetPageTexts
    about: AboutTexts
    weigh: WeighTexts
    keep: KeepTexts
    answers_file: AnswersFileTexts
    privacy: PrivacyTexts
