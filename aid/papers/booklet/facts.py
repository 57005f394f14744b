"""What the booklet says of the methods: facts, notes, tips, and shape by shape."""

from __future__ import annotations

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DENT_IDS
from aid.catalogue.methods import Fact, Method, MethodFact, MoreFigure
from aid.formatting.figures import figure_words
from aid.formatting.proportions import out_of_100
from aid.papers.booklet.parts import (
    FactAccount,
    Fit,
    Listing,
    MethodAccount,
    Picture,
    Said,
    ShapeFits,
    Table,
)
from aid.papers.booklet.references import Numbering


def glance(catalogue: Catalogue) -> Table:
    """The key facts of all methods, in short."""
    words = catalogue.booklet
    shown = [fact for fact in catalogue.facts if fact.key]
    return Table(
        title=words.glance_title,
        lead=(words.glance_lead, catalogue.interface.methods.order),
        head=(
            catalogue.interface.compare.method_head,
            *(fact.name for fact in shown),
        ),
        rows=tuple(
            (method.name, *(method.facts[fact.id].short for fact in shown))
            for method in catalogue.methods
        ),
        notes=tuple(f"{fact.name}: {fact.note}" for fact in shown if fact.note),
    )


def certainty(catalogue: Catalogue) -> Listing:
    """What each word for how sure means."""
    about = catalogue.interface.about
    named = catalogue.interface.certainty.values()
    return Listing(
        title=about.certainty_title,
        lead=about.certainty_lead,
        items=tuple(Said(item.name, item.meaning) for item in named),
    )


def account(catalogue: Catalogue, numbering: Numbering, method: Method) -> MethodAccount:
    """One method with all its facts."""
    return MethodAccount(
        name=method.name,
        family=catalogue.interface.families[method.family],
        summary=method.summary,
        picture=Picture(f"method-{method.id}", method.drawing_alt),
        facts=tuple(
            _fact(catalogue, numbering, fact, method.facts[fact.id]) for fact in catalogue.facts
        ),
    )


def notes(catalogue: Catalogue, numbering: Numbering) -> Listing:
    """What a reader may hear of that is no option of its own."""
    words = catalogue.interface.methods
    return Listing(
        title=words.notes_title,
        lead=words.notes_lead,
        items=tuple(
            Said(note.title, note.text, sure(catalogue, note.certainty), numbering.of(note.claims))
            for note in catalogue.notes
        ),
    )


def tips(catalogue: Catalogue, numbering: Numbering) -> Listing:
    """The four tips."""
    words = catalogue.interface.methods
    return Listing(
        title=words.tips_title,
        lead="",
        items=tuple(
            Said(tip.title, tip.text, sources=numbering.of(tip.claims, tip.sources))
            for tip in catalogue.tips
        ),
        remark=words.tips_source,
    )


def beside(catalogue: Catalogue, numbering: Numbering) -> Listing:
    """What stands beside the tips."""
    return Listing(
        title=catalogue.interface.methods.beside_title,
        lead="",
        items=tuple(
            Said("", item.text, sources=numbering.of(item.claims)) for item in catalogue.beside_tips
        ),
    )


def shapes(catalogue: Catalogue, numbering: Numbering) -> tuple[ShapeFits, ...]:
    """What sources say of every method, shape by shape."""
    statuses = catalogue.interface.statuses
    return tuple(
        ShapeFits(
            shape=shape.name,
            picture=Picture(f"shape-{shape.id}", shape.drawing_alt),
            fits=tuple(
                Fit(method.name, statuses[fit.status], fit.reason, numbering.of(fit.claims))
                for method in catalogue.methods
                for fit in (method.shapes[shape.id],)
            ),
        )
        for shape in catalogue.shapes
        if shape.id in DENT_IDS
    )


def _fact(catalogue: Catalogue, numbering: Numbering, fact: Fact, cell: MethodFact) -> FactAccount:
    return FactAccount(
        name=fact.name,
        label=fact.label,
        note=fact.note or "",
        short=cell.short,
        text=cell.text,
        figures=tuple(_figure(catalogue, figure) for figure in cell.more_figures),
        certainty=sure(catalogue, cell.certainty),
        sources=numbering.of(cell.claims, cell.sources),
    )


def _figure(catalogue: Catalogue, figure: MoreFigure) -> str:
    words = figure_words(catalogue, figure)
    share = out_of_100(figure)
    if share is None:
        return words
    return f"{words} {catalogue.interface.figures.out_of_100.format(count=share)}"


def sure(catalogue: Catalogue, certainty: str) -> str:
    """How sure the sources are, in words."""
    words = catalogue.interface
    name = next(item.name for key, item in words.certainty.items() if key == certainty)
    return words.compare.certainty.format(name=name)
