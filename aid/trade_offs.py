"""Where two concerns of a reader pull apart: a lookup of fixed, cited sentences.

Nothing is weighed, and no method is put in front.
"""

from __future__ import annotations

from aid.backing import said_by_sources
from aid.catalogue import Catalogue
from aid.markup import disclosure, heading, paragraph
from aid.model import TradeOff
from aid.vocabulary import ConcernId


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


def trade_offs_html(catalogue: Catalogue, entries: tuple[TradeOff, ...]) -> str:
    """The entries with their heading, each with its rows, and its sources one tap away.

    Args:
        catalogue: The content.
        entries: At least one.
    """
    words = catalogue.interface.compare
    inner = ""
    for entry in entries:
        rows = ", ".join(catalogue.fact_by_id[fact].name for fact in entry.facts)
        inner += (
            "<li>"
            + paragraph(entry.text)
            + paragraph(words.trade_off_facts.format(facts=rows), "note")
            + disclosure(
                words.trade_off_open.format(facts=rows), said_by_sources(catalogue, entry.claims)
            )
            + "</li>"
        )
    return (
        heading(2, words.trade_offs_title) + paragraph(words.trade_offs_lead) + f"<ul>{inner}</ul>"
    )
