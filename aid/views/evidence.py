"""What a text rests on: what sources say, how sure that is, who was counted, and links."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.evidence import Source
from aid.catalogue.methods import Fact, MethodFact, MoreFigure
from aid.formatting.citations import citation, standing
from aid.formatting.figures import figure_words
from aid.formatting.proportions import out_of_100
from aid.views.elements import disclosure, drawing, link, paragraph
from aid.views.icon_array import icon_array


def source_item(source: Source) -> str:
    """A source as HTML, linked where its address was seen."""
    return link(citation(source), source.url) if source.url else escape(citation(source))


def backing(catalogue: Catalogue, fact: Fact, content: MethodFact, *, before: str = "") -> str:
    """What a fact rests on, one tap away: its figures, what sources say, and the sources.

    Args:
        catalogue: The content.
        fact: The fact.
        content: What is said of it.
        before: HTML that stands before them, already escaped.
    """
    words = catalogue.interface.compare
    figures = "".join(_figure(catalogue, figure) for figure in content.more_figures)
    inner = before
    if figures:
        inner += paragraph(words.figures_title, "label") + f"<ul>{figures}</ul>"
    inner += said_by_sources(catalogue, content.claims, content.sources)
    certainty = catalogue.interface.certainty[content.certainty]
    inner += paragraph(f"{words.certainty.format(name=certainty.name)}. {certainty.meaning}")
    return disclosure(words.open_fact, inner, unseen=fact.name)


def _figure(catalogue: Catalogue, figure: MoreFigure) -> str:
    share = out_of_100(figure)
    item = escape(figure_words(catalogue, figure))
    if share is None:
        return f"<li>{item}</li>"
    said = catalogue.interface.figures.out_of_100.format(count=share)
    return f"<li>{item} {escape(said)}<br>{drawing(icon_array(share), said, 'icon-array')}</li>"


def said_by_sources(
    catalogue: Catalogue, claim_ids: Sequence[str], direct: Sequence[str] = ()
) -> str:
    """What sources say in our words, each with what stands behind it, and a numbered list of them.

    Args:
        catalogue: The content.
        claim_ids: The claims cited.
        direct: Sources cited without a claim.

    Returns:
        HTML; empty where nothing is cited.
    """
    words = catalogue.interface.compare
    source_ids = catalogue.cell_sources(tuple(claim_ids), tuple(direct))
    said = "".join(
        f"<li>{escape(claim.plain)} "
        f'<span class="note">{escape(standing(catalogue, claim, source_ids))}</span></li>'
        for claim in (catalogue.claim_by_id[claim_id] for claim_id in claim_ids)
    )
    if not source_ids:
        return ""
    sources = "".join(
        f"<li>{source_item(catalogue.source_by_id[item])}</li>" for item in source_ids
    )
    return (
        paragraph(words.sources_title, "label") + (f"<ul>{said}</ul>" if said else "")
    ) + f"<ol>{sources}</ol>"
