"""What a text rests on: what sources say, how sure that is, who was counted, and links."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.evidence import Source
from aid.catalogue.methods import Fact, MethodFact, MoreFigure
from aid.formatting.citations import citation, standing
from aid.formatting.figures import figure_words
from aid.formatting.proportions import out_of_100
from aid.views.elements import bullets, disclosure, drawing, link, paragraph
from aid.views.icon_array import icon_array


def source_item(source: Source) -> Markup:
    """A source as HTML, linked where its address was seen."""
    return link(citation(source), source.url) if source.url else Markup.escape(citation(source))


def backing(
    catalogue: Catalogue, fact: Fact, content: MethodFact, *, before: Markup = Markup("")
) -> Markup:
    """What a fact rests on, one tap away: its figures, what sources say, and the sources.

    Args:
        catalogue: The content.
        fact: The fact.
        content: What is said of it.
        before: What comes first.
    """
    words = catalogue.interface.compare
    figures = bullets(_figure(catalogue, figure) for figure in content.more_figures)
    inner = before
    if figures:
        inner += paragraph(words.figures_title, "label") + figures
    inner += said_by_sources(catalogue, content.claims, content.sources)
    certainty = catalogue.interface.certainty[content.certainty]
    inner += paragraph(f"{words.certainty.format(name=certainty.name)}. {certainty.meaning}")
    return disclosure(words.open_fact, inner, unseen=fact.name)


def _figure(catalogue: Catalogue, figure: MoreFigure) -> str:
    share = out_of_100(figure)
    words = figure_words(catalogue, figure)
    if share is None:
        return words
    said = catalogue.interface.figures.out_of_100.format(count=share)
    return Markup("{} {}<br>{}").format(words, said, drawing(icon_array(share), said, "icon-array"))


def said_by_sources(
    catalogue: Catalogue, claim_ids: Sequence[str], direct: Sequence[str] = ()
) -> Markup:
    """What sources say in our words, each with what stands behind it, and a numbered list of them.

    Args:
        catalogue: The content.
        claim_ids: The claims cited.
        direct: Sources cited without a claim.

    Returns:
        Empty where nothing is cited.
    """
    words = catalogue.interface.compare
    source_ids = catalogue.cell_sources(tuple(claim_ids), tuple(direct))
    if not source_ids:
        return Markup("")
    said = (
        Markup('{} <span class="note">{}</span>').format(
            claim.plain, standing(catalogue, claim, source_ids)
        )
        for claim in (catalogue.claim_by_id[claim_id] for claim_id in claim_ids)
    )
    sources = (source_item(catalogue.source_by_id[item]) for item in source_ids)
    return paragraph(words.sources_title, "label") + bullets(said) + bullets(sources, ordered=True)
