"""What the booklet says of the methods: facts, notes, tips, and shape by shape."""

from __future__ import annotations

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DENT_IDS
from aid.catalogue.methods import Fact, Method, MethodFact, MoreFigure
from aid.formatting.figures import figure_words
from aid.formatting.locale import capitalised, sentence
from aid.formatting.proportions import out_of_100
from aid.formatting.shape_fits import fit_word
from aid.papers.blocks import (
    Entry,
    Figure,
    Note,
    Notes,
    Pairs,
    Paragraph,
    Row,
    Section,
    Table,
)
from aid.papers.booklet.parts import FactAccount, MethodAccount, ShapeAccount
from aid.papers.booklet.references import Numbering


def glance(catalogue: Catalogue) -> Section:
    """The key facts of all methods, in short."""
    words = catalogue.booklet
    shown = [fact for fact in catalogue.facts if fact.key]
    table = Table(
        name="glance",
        caption=words.glance_title,
        head=(catalogue.interface.compare.method_head, *(fact.name for fact in shown)),
        rows=tuple(
            Row(method.name, tuple(method.facts[fact.id].short for fact in shown))
            for method in catalogue.methods
        ),
    )
    lead = (Paragraph(words.glance_lead), Paragraph(catalogue.interface.methods.order))
    notes = (Paragraph(f"{fact.name}: {fact.note}", note=True) for fact in shown if fact.note)
    return Section("glance", words.glance_title, (*lead, *notes, table))


def rows(catalogue: Catalogue) -> Section:
    """What each fact tells: its question, and what must be known to read the answers."""
    items = (
        Entry(fact.name, " ".join(filter(None, (fact.label, fact.note))))
        for fact in catalogue.facts
    )
    return Section("rows", catalogue.booklet.rows_title, (Pairs(tuple(items)),))


def account(catalogue: Catalogue, numbering: Numbering, method: Method) -> MethodAccount:
    """One method with all its facts."""
    return MethodAccount(
        name=method.name,
        family=catalogue.interface.families[method.family],
        summary=method.summary,
        figure=Figure(f"method-{method.id}", method.drawing_alt),
        facts=tuple(
            _fact(catalogue, numbering, fact, method.facts[fact.id]) for fact in catalogue.facts
        ),
    )


def notes(catalogue: Catalogue, numbering: Numbering) -> Section:
    """What a reader may hear of that is no option of its own."""
    words = catalogue.interface.methods
    items = tuple(
        Note(note.title, note.text, certainty_words(catalogue, note.certainty), numbers)
        for note in catalogue.notes
        for numbers in (numbering.of(note.claims),)
    )
    return Section("notes", words.notes_title, (Paragraph(words.notes_lead), Notes(items)))


def tips(catalogue: Catalogue, numbering: Numbering) -> Section:
    """The four tips."""
    words = catalogue.interface.methods
    items = tuple(
        Note(tip.title, tip.text, sources=numbering.of(tip.claims, tip.sources))
        for tip in catalogue.tips
    )
    source = Paragraph(words.tips_source, note=True)
    return Section("tips", words.tips_title, (Notes(items), source))


def beside(catalogue: Catalogue, numbering: Numbering) -> Section:
    """What belongs to the tips but was found elsewhere."""
    items = tuple(
        Note("", item.text, sources=numbering.of(item.claims)) for item in catalogue.beside_tips
    )
    return Section("beside", catalogue.interface.methods.beside_title, (Notes(items),))


def shape_grid(catalogue: Catalogue) -> Section:
    """A word for every method and every shape of dent, on one page."""
    words = catalogue.booklet
    interface, statuses = catalogue.interface, catalogue.interface.statuses.values()
    table = Table(
        name="fits",
        caption=words.fits_title,
        head=(
            interface.compare.method_head,
            *(catalogue.shape_by_id[dent].name for dent in DENT_IDS),
        ),
        rows=tuple(
            Row(method.name, tuple(fit_word(catalogue, method, dent) for dent in DENT_IDS))
            for method in catalogue.methods
        ),
    )
    meanings = Pairs(
        tuple(Entry(capitalised(status.name), sentence(status.meaning)) for status in statuses)
    )
    lead = (words.fits_lead, interface.relevance.always_listed, interface.compare.not_named)
    return Section("shapes", words.fits_title, (*map(Paragraph, lead), table, meanings))


def shapes(catalogue: Catalogue, numbering: Numbering) -> tuple[ShapeAccount, ...]:
    """What sources say of every method, shape by shape."""
    return tuple(
        ShapeAccount(
            shape=shape.name,
            figure=Figure(f"shape-{shape.id}", shape.drawing_alt),
            methods=Notes(
                tuple(
                    Note(
                        method.name,
                        method.shapes[dent].reason,
                        capitalised(fit_word(catalogue, method, dent)),
                        numbering.of(method.shapes[dent].claims),
                    )
                    for method in catalogue.methods
                )
            ),
        )
        for dent in DENT_IDS
        for shape in (catalogue.shape_by_id[dent],)
    )


def _fact(catalogue: Catalogue, numbering: Numbering, fact: Fact, cell: MethodFact) -> FactAccount:
    return FactAccount(
        name=fact.name,
        short=cell.short,
        text=cell.text,
        figures=tuple(_figure(catalogue, figure) for figure in cell.more_figures),
        certainty=certainty_words(catalogue, cell.certainty),
        sources=numbering.of(cell.claims, cell.sources),
    )


def _figure(catalogue: Catalogue, figure: MoreFigure) -> str:
    words = figure_words(catalogue, figure)
    share = out_of_100(figure)
    if share is None:
        return words
    return f"{words} {catalogue.interface.figures.out_of_100.format(count=share)}"


def certainty_words(catalogue: Catalogue, certainty: str) -> str:
    """How sure the sources are, in words."""
    words = catalogue.interface
    name = next(item.name for key, item in words.certainty.items() if key == certainty)
    return words.compare.certainty.format(name=name)
