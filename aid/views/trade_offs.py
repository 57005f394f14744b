"""Where two concerns of a reader pull apart, as HTML."""

from __future__ import annotations

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.questionnaire import TradeOff
from aid.views.elements import bullets, disclosure, heading, paragraph
from aid.views.evidence import said_by_sources


def trade_offs_html(catalogue: Catalogue, entries: tuple[TradeOff, ...]) -> Markup:
    """The entries with their heading, each with its rows, and its sources one tap away.

    Args:
        catalogue: The content.
        entries: At least one.
    """
    words = catalogue.interface.compare
    items = []
    for entry in entries:
        rows = ", ".join(catalogue.fact_by_id[fact].name for fact in entry.facts)
        items.append(
            paragraph(entry.text)
            + paragraph(words.trade_off_facts.format(facts=rows), "note")
            + disclosure(
                words.trade_off_open.format(facts=rows), said_by_sources(catalogue, entry.claims)
            )
        )
    return heading(2, words.trade_offs_title) + paragraph(words.trade_offs_lead) + bullets(items)
