"""The data of the booklet: the whole aid on paper, in printed order, as plain text.

It holds nothing about a reader. What the screens show for some answers, such as the list for the
shapes that were ticked, stands here for every answer, to be looked up by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from aid.booklet_parts import (
    Booklet,
    Box,
    FactAccount,
    Fit,
    Form,
    FormPart,
    Listing,
    MethodAccount,
    Numbers,
    Picture,
    Prose,
    Said,
    ShapeFits,
    Table,
    ToTell,
    Work,
)
from aid.catalogue import Catalogue
from aid.figures import figure_words
from aid.icon_array import out_of_100
from aid.model import Ask, Cell, Fact, Method, MoreFigure, Source
from aid.tables import citation
from aid.texts import Section
from aid.vocabulary import DENT_IDS, PageId

WRITING_LINES = 3
"""Lines to write on below a question that is answered in own words."""

_NOTES_LINES = 28

_STEPS: tuple[PageId, ...] = ("scars", "time", "priorities", "health")


def numbered_sources(catalogue: Catalogue) -> tuple[Source, ...]:
    """The sources in the order in which the booklet counts them, which is that of About."""
    return tuple(sorted(catalogue.sources, key=lambda source: source.authors.casefold()))


class _Maker:
    """Makes the parts of the booklet. Knows the number of every source."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.works = numbered_sources(catalogue)
        self.number = {source.id: at for at, source in enumerate(self.works, start=1)}

    def numbers(self, claims: tuple[str, ...], direct: tuple[str, ...] = ()) -> Numbers:
        found = self.catalogue.cell_sources(claims, direct)
        return tuple(sorted(self.number[source] for source in found))

    def sure(self, certainty: str) -> str:
        words = self.catalogue.interface
        name = next(item.name for key, item in words.certainty.items() if key == certainty)
        return words.compare.certainty.format(name=name)

    # The opening, and what the methods are.

    def opening(self) -> tuple[Prose, ...]:
        words = self.catalogue.booklet
        return (
            *_sections(self.catalogue.interface.start.sections),
            *_sections((words.how_to_use, words.your_words)),
        )

    def glance(self) -> Table:
        words = self.catalogue.booklet
        shown = [fact for fact in self.catalogue.facts if fact.key]
        return Table(
            title=words.glance_title,
            lead=(words.glance_lead, self.catalogue.interface.methods.order),
            head=(
                self.catalogue.interface.compare.method_head,
                *(fact.name for fact in shown),
            ),
            rows=tuple(
                (method.name, *(method.facts[fact.id].short for fact in shown))
                for method in self.catalogue.methods
            ),
            notes=tuple(f"{fact.name}: {fact.note}" for fact in shown if fact.note),
        )

    def certainty(self) -> Listing:
        about = self.catalogue.interface.about
        named = self.catalogue.interface.certainty.values()
        return Listing(
            title=about.certainty_title,
            lead=about.certainty_lead,
            items=tuple(Said(item.name, item.meaning) for item in named),
        )

    def account(self, method: Method) -> MethodAccount:
        return MethodAccount(
            name=method.name,
            family=self.catalogue.interface.families[method.family],
            summary=method.summary,
            picture=Picture(f"method-{method.id}", method.drawing_alt),
            facts=tuple(self.fact(fact, method.facts[fact.id]) for fact in self.catalogue.facts),
        )

    def fact(self, fact: Fact, cell: Cell) -> FactAccount:
        return FactAccount(
            name=fact.name,
            label=fact.label,
            note=fact.note or "",
            short=cell.short,
            text=cell.text,
            figures=tuple(map(self.figure, cell.more_figures)),
            certainty=self.sure(cell.certainty),
            sources=self.numbers(cell.claims, cell.sources),
        )

    def figure(self, figure: MoreFigure) -> str:
        words = figure_words(self.catalogue, figure)
        share = out_of_100(figure)
        if share is None:
            return words
        return f"{words} {self.catalogue.interface.figures.out_of_100.format(count=share)}"

    def notes(self) -> Listing:
        words = self.catalogue.interface.methods
        return Listing(
            title=words.notes_title,
            lead=words.notes_lead,
            items=tuple(
                Said(note.title, note.text, self.sure(note.certainty), self.numbers(note.claims))
                for note in self.catalogue.notes
            ),
        )

    def tips(self) -> Listing:
        words = self.catalogue.interface.methods
        return Listing(
            title=words.tips_title,
            lead="",
            items=tuple(
                Said(tip.title, tip.text, sources=self.numbers(tip.claims, tip.sources))
                for tip in self.catalogue.tips
            ),
            remark=words.tips_source,
        )

    def beside(self) -> Listing:
        return Listing(
            title=self.catalogue.interface.methods.beside_title,
            lead="",
            items=tuple(
                Said("", item.text, sources=self.numbers(item.claims))
                for item in self.catalogue.beside_tips
            ),
        )

    # What is filled in by pen.

    def form(self, step: PageId) -> Form:
        asks = [ask for ask in self.catalogue.asks if ask.step == step]
        return Form(self.catalogue.page_by_id[step].title, tuple(map(self.ask, asks)))

    def ask(self, ask: Ask) -> FormPart:
        # What matters most is chosen among the concerns that were ticked: written, not ticked.
        written = ask.kind == "text" or ask.id == "top-concerns"
        return FormPart(
            title=ask.label,
            hint=ask.hint or "",
            why=ask.why,
            boxes=() if written else self.boxes(ask),
            lines=(ask.at_most or WRITING_LINES) if written else 0,
            numbered=written and ask.at_most is not None,
        )

    def boxes(self, ask: Ask) -> tuple[Box, ...]:
        if ask.options_from == "shapes":
            return tuple(
                Box(shape.label, shape.text, Picture(f"shape-{shape.id}", shape.drawing_alt))
                for shape in self.catalogue.shapes
            )
        if ask.options_from == "concerns":
            return tuple(Box(item.label, item.hint or "") for item in self.catalogue.concerns)
        return tuple(Box(option.label) for option in self.catalogue.options(ask.id))

    def shapes(self) -> tuple[ShapeFits, ...]:
        statuses = self.catalogue.interface.statuses
        return tuple(
            ShapeFits(
                shape=shape.name,
                picture=Picture(f"shape-{shape.id}", shape.drawing_alt),
                fits=tuple(
                    Fit(method.name, statuses[fit.status], fit.reason, self.numbers(fit.claims))
                    for method in self.catalogue.methods
                    for fit in (method.shapes[shape.id],)
                ),
            )
            for shape in self.catalogue.shapes
            if shape.id in DENT_IDS
        )

    def quiz(self) -> Form:
        words = self.catalogue.interface.quiz
        choices = tuple(map(Box, (words.true, words.false, words.not_sure)))
        return Form(
            self.catalogue.page_by_id["quiz"].title,
            tuple(FormPart(item.text, boxes=choices) for item in self.catalogue.statements),
        )

    def quiz_answers(self) -> Listing:
        words = self.catalogue.interface.quiz
        return Listing(
            title=self.catalogue.booklet.quiz_answers_title.format(
                title=self.catalogue.page_by_id["quiz"].title
            ),
            lead=words.unsure,
            items=tuple(
                Said(
                    item.text,
                    item.explanation,
                    words.true if item.answer == "true" else words.false,
                    self.numbers(item.claims),
                )
                for item in self.catalogue.statements
            ),
        )

    def to_tell(self) -> tuple[ToTell, ...]:
        return tuple(
            ToTell(item.tell, item.why or "", item.fill_in or "", self.numbers(item.claims))
            for item in self.catalogue.health
            if item.tell
        )

    def groups(self) -> tuple[Listing, ...]:
        why = self.catalogue.sheet.why
        return tuple(
            Listing(
                title=group.name,
                lead="",
                items=tuple(
                    Said(
                        question.text,
                        why.format(why=question.why),
                        sources=self.numbers(question.claims),
                    )
                    for question in self.catalogue.questions
                    if question.group == group.id
                ),
            )
            for group in self.catalogue.groups
        )

    def talk_choices(self) -> tuple[FormPart, ...]:
        words, hint = self.catalogue.sheet, self.catalogue.interface.sheet_page.leaning_hint
        names = tuple(Box(method.name) for method in self.catalogue.methods)
        lean = (*names, Box(words.leaning_not_sure))
        needs = tuple(map(Box, words.needs.values()))
        return (
            FormPart(words.methods_title, boxes=names),
            FormPart(words.leaning_title, hint, boxes=lean),
            FormPart(words.needs_title, boxes=needs, lines=1),
        )

    # The back.

    def glossary(self) -> Listing:
        return Listing(
            title=self.catalogue.interface.about.glossary_title,
            lead="",
            items=tuple(
                Said(term.term, term.text, sources=self.numbers(term.claims))
                for term in sorted(self.catalogue.terms, key=lambda term: term.term.casefold())
            ),
        )

    def about(self) -> tuple[Prose, ...]:
        words, manifest = self.catalogue.interface.about, self.catalogue.manifest
        dates = words.dates.format(
            version=manifest.content_version.isoformat(),
            read_on=manifest.evidence_read_on.isoformat(),
            months=manifest.review_every_months,
        )
        licence = words.licence.format(
            licence=manifest.licence, url=manifest.licence_url, code=manifest.code_licence
        )
        authors = tuple(
            words.author.format(name=author.name, role=author.role) for author in manifest.author
        )
        return (
            *_sections(words.sections),
            Prose(words.authors_title, authors),
            Prose(words.funding_title, (manifest.funding,)),
            Prose(words.dates_title, (dates,)),
            Prose(words.country_title, (manifest.country_scope,)),
            Prose(words.licence_title, (licence,)),
            Prose(words.contact_title, (manifest.contact,)),
        )

    def sources(self) -> tuple[Work, ...]:
        taken: dict[str, list[str]] = {source.id: [] for source in self.works}
        elsewhere: dict[str, set[int]] = {source.id: set() for source in self.works}
        for claim in self.catalogue.claims:
            main, *others = claim.sources
            text = claim.plain
            if others:
                text = self.catalogue.booklet.taken_with.format(
                    text=text, numbers=_list(sorted(self.number[item] for item in others))
                )
            taken[main].append(text)
            for other in others:
                elsewhere[other].add(self.number[main])
        return tuple(
            self.work(source, tuple(taken[source.id]), sorted(elsewhere[source.id]))
            for source in self.works
        )

    def work(self, source: Source, taken: tuple[str, ...], elsewhere: Sequence[int]) -> Work:
        about = self.catalogue.interface.about
        also = self.catalogue.booklet.taken_elsewhere.format(numbers=_list(elsewhere))
        return Work(
            citation=citation(source),
            address=source.url or "",
            kind=about.source_kind[source.kind],
            funding=about.funding_said.format(funding=source.funding_or_conflicts),
            read_via=about.read_via.format(how=source.read_via),
            taken=taken,
            elsewhere=also if elsewhere else "",
        )


def _list(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


def _sections(sections: Sequence[Section]) -> tuple[Prose, ...]:
    return tuple(
        Prose(item.title, item.text, item.items) for item in sections if not item.only_on_screen
    )


def _footer(catalogue: Catalogue) -> str:
    words, manifest = catalogue.interface.service, catalogue.manifest
    return catalogue.booklet.footer.format(
        name=words.name,
        dated=words.dated.format(date=manifest.content_version.isoformat()),
        reviewed=words.not_reviewed
        if manifest.checked_by == "none"
        else words.reviewed.format(name=manifest.checked_by),
    )


def build_booklet(catalogue: Catalogue) -> Booklet:
    """Put together the booklet. The same content gives an equal value.

    Args:
        catalogue: The content.

    Returns:
        Everything that is printed. Methods stand in the stated order, facts in row order, sources
        in the order of ``numbered_sources``.
    """
    make = _Maker(catalogue)
    interface, words, sheet = catalogue.interface, catalogue.booklet, catalogue.sheet
    pages = catalogue.page_by_id
    return Booklet(
        name=interface.service.name,
        title=pages["start"].title,
        subtitle=words.subtitle,
        lead=pages["start"].lead,
        decision=interface.start.decision,
        not_advice=interface.service.not_advice,
        footer=_footer(catalogue),
        page_of=sheet.page_of,
        sources_line=words.sources_line,
        figures_title=interface.compare.figures_title,
        why_we_ask=interface.questionnaire.why_we_ask,
        contents_title=words.contents_title,
        opening_title=words.opening_title,
        opening=make.opening(),
        glance=make.glance(),
        methods=Prose(pages["methods"].title, (pages["methods"].lead, interface.methods.order)),
        read=Prose(words.read_title, items=words.read_items),
        certainty=make.certainty(),
        accounts=tuple(map(make.account, catalogue.methods)),
        notes=make.notes(),
        tips=make.tips(),
        beside=make.beside(),
        answers=Prose(
            words.answers_title, (words.answers_lead, interface.questionnaire.nothing_required)
        ),
        forms=tuple(map(make.form, _STEPS)),
        fits=Prose(words.fits_title, (words.fits_lead, interface.relevance.always_listed)),
        fits_head=(interface.compare.method_head, words.fits_head),
        shapes=make.shapes(),
        quiz=make.quiz(),
        tell=Prose(interface.sheet_page.tell_title, (words.tell_lead,)),
        to_tell=make.to_tell(),
        weigh=Prose(interface.weigh.title, interface.weigh.text),
        bank=Prose(words.bank_title, (words.bank_lead,)),
        groups=make.groups(),
        own_questions=FormPart(interface.sheet_page.own_title, lines=4 * WRITING_LINES),
        talk=Prose(sheet.title, (sheet.decision, sheet.doctor_line)),
        talk_name_line=sheet.name_line,
        talk_choices=make.talk_choices(),
        talk_beside=(
            FormPart(sheet.agreed_title, lines=3 * WRITING_LINES),
            FormPart(sheet.next_steps_title, lines=3 * WRITING_LINES),
        ),
        talk_notes=FormPart(sheet.notes_title, lines=_NOTES_LINES),
        glossary=make.glossary(),
        about=Prose(pages["about"].title, (pages["about"].lead,)),
        about_parts=make.about(),
        quiz_answers=make.quiz_answers(),
        sources=Prose(
            interface.about.sources_title,
            (
                words.sources_lead,
                sheet.sources_at.format(address=catalogue.manifest.site_address),
            ),
        ),
        taken=words.taken,
        works=make.sources(),
    )
