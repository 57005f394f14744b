"""The comparison: its rows in the reader's order, its marks and the notes beside the answers.

Answers move and mark rows (facts). They never move, mark or remove a method.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import ConcernId, FactId, MethodId
from aid.catalogue.methods import Fact, Method, MethodFact
from aid.tailoring.relevance import Relevance, relevance


@dataclass(frozen=True, slots=True)
class Row:
    """A fact for every method. ``marked`` where a concern of the reader speaks of it."""

    fact: Fact
    marked: bool

    @property
    def id(self) -> FactId:
        """Id of the fact."""
        return self.fact.id

    @property
    def open(self) -> bool:
        """Whether the row is shown without a tap: key facts and marked ones."""
        return self.fact.key or self.marked


@dataclass(frozen=True)
class BesideAnswer:
    """What sources say of one method beside what the reader said; ``None`` without an answer."""

    method_id: MethodId
    downtime_note: str | None = None
    visits_note: str | None = None


@dataclass(frozen=True)
class Comparison:
    """Everything that Compare shows, for all methods in the stated order."""

    relevance: Relevance
    rows: tuple[Row, ...]
    beside_answers: tuple[BesideAnswer, ...]


def marked_facts(catalogue: Catalogue, concerns: tuple[ConcernId, ...]) -> frozenset[FactId]:
    """The rows that some concerns speak of."""
    return frozenset(
        fact for concern in concerns for fact in catalogue.concern_by_id[concern].facts
    )


def rows(
    catalogue: Catalogue,
    concerns: tuple[ConcernId, ...],
    top_concerns: tuple[ConcernId, ...] = (),
) -> tuple[Row, ...]:
    """Put the rows in the reader's order.

    Rows of the top concerns come first, then those of the other ticked concerns, then the rest;
    each group in row order.

    Args:
        catalogue: The content.
        concerns: All ticked concerns.
        top_concerns: Up to three of them.

    Returns:
        Every row once.
    """
    top = marked_facts(catalogue, top_concerns)
    marked = marked_facts(catalogue, concerns) | top
    ordered = sorted(
        catalogue.facts, key=lambda fact: 0 if fact.id in top else 1 if fact.id in marked else 2
    )
    return tuple(Row(fact, marked=fact.id in marked) for fact in ordered)


@dataclass(frozen=True, slots=True)
class Said:
    """What the reader said of a fact.

    ``of_each`` where it can be set beside what holds for each method; “not sure” is said once.
    """

    sentence: str
    of_each: bool


def beside_answers(catalogue: Catalogue, answers: Answers, method: Method) -> BesideAnswer:
    """Set a method's downtime and visits beside the reader's answers, both as whole sentences."""
    said = said_of_facts(catalogue, answers)
    return BesideAnswer(
        method.id,
        downtime_note=_note(catalogue, method.facts["downtime"], said.get("downtime")),
        visits_note=_note(catalogue, method.facts["visits"], said.get("visits")),
    )


def said_of_facts(catalogue: Catalogue, answers: Answers) -> Mapping[FactId, Said]:
    """The reader's own answers as sentences, by the fact that each belongs to."""
    said: dict[FactId, Said | None] = {
        "downtime": _said(catalogue, "downtime", answers.downtime),
        "visits": _said(catalogue, "visits", answers.visits),
    }
    return {fact_id: one for fact_id, one in said.items() if one}


def _said(catalogue: Catalogue, ask_id: str, answer: str | None) -> Said | None:
    for option in catalogue.options(ask_id):
        if option.id == answer:
            return Said(option.you_said or option.label, of_each=answer != "not-sure")
    return None


def _note(catalogue: Catalogue, content: MethodFact, said: Said | None) -> str | None:
    if said is None:
        return None
    # "Sources say" would be untrue before "we found no good figure".
    lead = f"{catalogue.interface.compare.sources_say} " if content.figures else ""
    return f"{lead}{content.short} {said.sentence}"


def compare(catalogue: Catalogue, answers: Answers) -> Comparison:
    """Lay out the whole comparison for some answers.

    Args:
        catalogue: The content.
        answers: What the reader said; nothing is required.

    Returns:
        The list and its reasons, the rows in the reader's order, and the notes beside downtime
        and visits, for all methods in the stated order.
    """
    return Comparison(
        relevance=relevance(catalogue, answers.scar_shapes),
        rows=rows(catalogue, answers.concerns, answers.top_concerns),
        beside_answers=tuple(
            beside_answers(catalogue, answers, method) for method in catalogue.methods
        ),
    )


def cell(catalogue: Catalogue, method_id: MethodId, fact_id: FactId) -> MethodFact:
    """One fact of one method."""
    return catalogue.method_by_id[method_id].facts[fact_id]
