"""All content of one language, checked and linked, as one immutable value."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Protocol, TypeVar

from aid.catalogue.content_fields import ContentFields
from aid.catalogue.doctor_questions import DoctorQuestion
from aid.catalogue.evidence import Claim, Source
from aid.catalogue.ids import ConcernId, FactId, HealthId, MethodId, PageId, ShapeId
from aid.catalogue.methods import Fact, Method, MoreFigure
from aid.catalogue.pages import PageText
from aid.catalogue.questionnaire import (
    Concern,
    HealthItem,
    Option,
    QuestionnaireItem,
    Shape,
)


class HasId(Protocol):
    """An entry that has an id."""

    @property
    def id(self) -> str:
        """The id; ids are permanent."""


_Entry = TypeVar("_Entry", bound=HasId)


def _by_id(entries: tuple[_Entry, ...]) -> Mapping[str, _Entry]:
    return MappingProxyType({entry.id: entry for entry in entries})


@dataclass(frozen=True, eq=False, repr=False)
class Catalogue(ContentFields):
    """Everything that a reader can meet, with what is looked up in it.

    ``load_catalogue`` makes the only instance a process needs; it may be shared between sessions
    because nothing in it can change.
    """

    @property
    def language_tag(self) -> str:
        """The language as screen readers and word processors know it, such as ``en-GB``."""
        return self.manifest.languages[self.language]

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """Sources by id."""
        return _by_id(self.sources)

    @cached_property
    def claim_by_id(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return _by_id(self.claims)

    @cached_property
    def method_by_id(self) -> Mapping[MethodId, Method]:
        """Methods by id, in the stated order."""
        return MappingProxyType({method.id: method for method in self.methods})

    def some_methods(self, method_ids: Collection[str]) -> tuple[Method, ...]:
        """Those of the methods that are named, in the stated order."""
        return tuple(method for method in self.methods if method.id in method_ids)

    @cached_property
    def fact_by_id(self) -> Mapping[FactId, Fact]:
        """Rows by id, in row order."""
        return MappingProxyType({fact.id: fact for fact in self.facts})

    @cached_property
    def shape_by_id(self) -> Mapping[ShapeId, Shape]:
        """Scar shapes by id."""
        return MappingProxyType({shape.id: shape for shape in self.shapes})

    @cached_property
    def concern_by_id(self) -> Mapping[ConcernId, Concern]:
        """Concerns by id."""
        return MappingProxyType({concern.id: concern for concern in self.concerns})

    @cached_property
    def health_by_id(self) -> Mapping[HealthId, HealthItem]:
        """Health items by id."""
        return MappingProxyType({item.id: item for item in self.health})

    @cached_property
    def questions(self) -> tuple[DoctorQuestion, ...]:
        """The question bank: the questions in their file, then those of each method."""
        of_methods = (
            question
            for method in self.methods
            for question in self.method_questions
            if question.method == method.id
        )
        return (*self.shared_questions, *of_methods)

    @cached_property
    def question_by_id(self) -> Mapping[str, DoctorQuestion]:
        """Questions for the doctor by id, in bank order."""
        return _by_id(self.questions)

    @cached_property
    def ask_by_id(self) -> Mapping[str, QuestionnaireItem]:
        """Questions of the questionnaire by id, in the order of the steps."""
        return _by_id(self.asks)

    def findings_for(self, place: str) -> tuple[str, ...]:
        """What studies say, for one place where it is shown."""
        return tuple(item.text for item in self.findings if item.place == place)

    @cached_property
    def page_by_id(self) -> Mapping[PageId, PageText]:
        """The words every screen has, by screen."""
        return MappingProxyType({page.id: page for page in self.pages})

    @cached_property
    def more_figures(self) -> tuple[MoreFigure, ...]:
        """Every further figure of every fact, methods in the stated order."""
        return tuple(
            figure
            for method in self.methods
            for content in method.facts.values()
            for figure in content.more_figures
        )

    def options(self, ask_id: str) -> tuple[Option, ...]:
        """The answers that one question of the questionnaire offers, in their order.

        Args:
            ask_id: Id of the question, as in the answers file.

        Returns:
            The question's own options, or one for each entry of the file it takes them from; none
            for a question in own words.
        """
        return self._options[ask_id]

    @cached_property
    def _options(self) -> Mapping[str, tuple[Option, ...]]:
        lists: dict[str, tuple[Option, ...]] = {
            "shapes": tuple(
                Option(id=shape.id, label=shape.label, you_said=shape.you_said)
                for shape in self.shapes
            ),
            "concerns": tuple(
                Option(id=item.id, label=item.label, you_said=item.you_said)
                for item in self.concerns
            ),
            "health": tuple(Option(id=item.id, label=item.label) for item in self.health),
        }
        return MappingProxyType(
            {
                ask.id: lists[ask.options_from] if ask.options_from else ask.option
                for ask in self.asks
            }
        )

    def option_label(self, ask_id: str, option_id: str) -> str:
        """The words of one answer; raises ``KeyError`` for an id the question does not have."""
        return self._labels[ask_id, option_id]

    @cached_property
    def _labels(self) -> Mapping[tuple[str, str], str]:
        return MappingProxyType(
            {
                (ask.id, option.id): option.label
                for ask in self.asks
                for option in self._options[ask.id]
            }
        )

    def cell_sources(
        self, claim_ids: tuple[str, ...], direct: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        """The sources behind some claims, each once, in the order of the claims.

        Args:
            claim_ids: The claims cited.
            direct: Sources cited without a claim; they come last.
        """
        found = [source for claim_id in claim_ids for source in self.claim_by_id[claim_id].sources]
        return tuple(dict.fromkeys([*found, *direct]))
