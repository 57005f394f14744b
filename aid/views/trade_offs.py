"""Where two concerns of a reader pull apart, as HTML."""

from __future__ import annotations

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.questionnaire import TradeOff
from aid.formatting.locale import listed
from aid.views.evidence import claims_and_sources
from aid.views.glossary import WordsInPlace
from aid.views.templating import rendered


def trade_offs_html(catalogue: Catalogue, entries: tuple[TradeOff, ...]) -> Markup:
    """The entries with their heading, each with its rows, and its sources one tap away.

    Args:
        catalogue: The content.
        entries: At least one.
    """
    return rendered(
        "trade_offs",
        words=catalogue.interface.compare,
        entries=entries,
        explained=WordsInPlace(catalogue),
        names=lambda entry: listed(
            catalogue, (catalogue.fact_by_id[fact].name for fact in entry.facts)
        ),
        claims=lambda entry: claims_and_sources(catalogue, entry.claims),
    )
