"""Which methods this reader sees on Compare; each section looks them up."""

from __future__ import annotations

from collections.abc import Mapping

from aid.catalogue.ids import DentId, FactId, MethodId
from aid.tailoring.comparison import Row, Said, said_of_facts
from aid.tailoring.comparison import rows as rows_for
from aid.tailoring.relevance import Relevance, relevance, ticked_dents
from aid.tailoring.shown_methods import shown_methods
from aid.ui import runtime
from aid.ui.session import record


def listing() -> Relevance:
    """The lists for the reader's scar shapes."""
    return relevance(runtime.catalogue(), record.answers().scar_shapes)


def method_ids() -> tuple[MethodId, ...]:
    """The methods on show, in the stated order."""
    choices = record.choices()
    return shown_methods(listing(), choices.listing, choices.added)


def off_list() -> tuple[MethodId, ...]:
    """The methods that are not on the list that the reader chose, in the stated order."""
    held = shown_methods(listing(), record.choices().listing)
    return tuple(item.method_id for item in listing().methods if item.method_id not in held)


def dents() -> tuple[DentId, ...]:
    """The dents that the reader ticked."""
    return ticked_dents(record.answers().scar_shapes)


def rows() -> tuple[Row, ...]:
    """The facts in the reader's order."""
    answers = record.answers()
    return rows_for(runtime.catalogue(), answers.concerns, answers.top_concerns)


def said() -> Mapping[FactId, Said]:
    """The reader's own answers as sentences, by the fact that each belongs to."""
    return said_of_facts(runtime.catalogue(), record.answers())
