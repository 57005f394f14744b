"""What a text is based on: what sources say, how sure that is, who was counted, and links."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.evidence import Source
from aid.catalogue.ids import MethodId
from aid.catalogue.methods import Fact, MethodFact, MoreFigure
from aid.formatting.citations import citation, claim_summary
from aid.formatting.figures import figure_words
from aid.formatting.proportions import out_of_100
from aid.views.elements import bullets, drawing, link
from aid.views.icon_array import icon_array
from aid.views.templating import rendered


def source_item(source: Source) -> Markup:
    """A source as HTML, linked where its address was seen."""
    return link(citation(source), source.url) if source.url else Markup.escape(citation(source))


def source_list(catalogue: Catalogue, claim_ids: Sequence[str]) -> Markup:
    """The sources of some claims as a numbered list; empty where there are none."""
    source_ids = catalogue.cell_sources(tuple(claim_ids))
    return bullets((source_item(catalogue.source_by_id[item]) for item in source_ids), ordered=True)


def fact_evidence(
    catalogue: Catalogue,
    fact: Fact,
    content: MethodFact,
    *,
    before: Markup = Markup(""),
    of: MethodId | None = None,
) -> Markup:
    """What a fact is based on, one tap away: its figures, what sources say, and the sources.

    Args:
        catalogue: The content.
        fact: The fact.
        content: What is said about it.
        before: What comes first.
        of: The method, where Sources is at hand to show the same there.
    """
    return rendered(
        "fact_evidence",
        in_sources=catalogue.interface.sources.in_sources,
        method_id=of,
        words=catalogue.interface.compare,
        fact=fact,
        before=before,
        figures=[_figure(catalogue, figure) for figure in content.more_figures],
        claims=claims_and_sources(catalogue, content.claims, content.sources),
        certainty=catalogue.interface.certainty[content.certainty],
    )


def _figure(catalogue: Catalogue, figure: MoreFigure) -> str:
    share = out_of_100(figure)
    words = figure_words(catalogue, figure)
    if share is None:
        return words
    said = catalogue.interface.figures.out_of_100.format(count=share)
    picture = drawing(icon_array(share), said, "icon-array")
    return Markup("{} {}<br>{}").format(words, said, picture)


def claims_and_sources(
    catalogue: Catalogue, claim_ids: Sequence[str], direct: Sequence[str] = ()
) -> Markup:
    """What sources say in our words, each with how far it carries, and a numbered list of them.

    Args:
        catalogue: The content.
        claim_ids: The claims cited.
        direct: Sources cited without a claim.

    Returns:
        Empty where nothing is cited.
    """
    source_ids = catalogue.cell_sources(tuple(claim_ids), tuple(direct))
    if not source_ids:
        return Markup("")
    claims = [catalogue.claim_by_id[claim_id] for claim_id in claim_ids]
    return rendered(
        "claims_and_sources",
        words=catalogue.interface.compare,
        claims=[(claim.plain, claim_summary(catalogue, claim, source_ids)) for claim in claims],
        sources=[source_item(catalogue.source_by_id[item]) for item in source_ids],
    )
