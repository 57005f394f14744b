"""Where two concerns of a reader pull apart: a lookup of fixed, cited sentences.

Nothing is weighed, and no method is put first.
"""

from __future__ import annotations

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import ConcernId
from aid.catalogue.questionnaire import TradeOff


def trade_offs(catalogue: Catalogue, concerns: tuple[ConcernId, ...]) -> tuple[TradeOff, ...]:
    """Find what bears on two of the concerns at once.

    Args:
        catalogue: The content.
        concerns: What the reader ticked, in any order.

    Returns:
        Each entry that joins two of them, once, in the order of the content; none for fewer than
        two concerns.
    """
    ticked = set(concerns)
    return tuple(
        entry
        for entry in catalogue.trade_offs
        if entry.one in ticked and not ticked.isdisjoint(entry.others)
    )
