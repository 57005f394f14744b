"""Which methods this reader sees on Compare; each section looks them up."""

from __future__ import annotations

from aid.catalogue.ids import DentId, MethodId
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


def dents() -> tuple[DentId, ...]:
    """The dents that the reader ticked."""
    return ticked_dents(record.answers().scar_shapes)
