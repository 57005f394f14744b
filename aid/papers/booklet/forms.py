"""What is filled in by pen: the questionnaire, the statements, what to tell and to ask."""

from __future__ import annotations

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from aid.catalogue.questionnaire import QuestionnaireItem
from aid.papers.booklet.parts import Box, Form, FormPart, Listing, Picture, Said, ToTell
from aid.papers.booklet.references import Numbering

WRITING_LINES = 3
"""Lines to write on below a question that is answered in own words."""


def form(catalogue: Catalogue, step: PageId) -> Form:
    """The questions of one step."""
    asks = [ask for ask in catalogue.asks if ask.step == step]
    return Form(catalogue.page_by_id[step].title, tuple(_ask(catalogue, ask) for ask in asks))


def quiz(catalogue: Catalogue) -> Form:
    """The statements, to mark by pen."""
    words = catalogue.interface.quiz
    choices = tuple(map(Box, (words.true, words.false, words.not_sure)))
    return Form(
        catalogue.page_by_id["quiz"].title,
        tuple(FormPart(item.text, boxes=choices) for item in catalogue.statements),
    )


def quiz_answers(catalogue: Catalogue, numbering: Numbering) -> Listing:
    """The same statements with what sources say."""
    words = catalogue.interface.quiz
    return Listing(
        title=catalogue.booklet.quiz_answers_title.format(title=catalogue.page_by_id["quiz"].title),
        lead=words.unsure,
        items=tuple(
            Said(
                item.text,
                item.explanation,
                words.true if item.answer == "true" else words.false,
                numbering.of(item.claims),
            )
            for item in catalogue.statements
        ),
    )


def to_tell(catalogue: Catalogue, numbering: Numbering) -> tuple[ToTell, ...]:
    """What a doctor will want to know, with the reason and a blank."""
    return tuple(
        ToTell(item.tell, item.why or "", item.fill_in or "", numbering.of(item.claims))
        for item in catalogue.health
        if item.tell
    )


def groups(catalogue: Catalogue, numbering: Numbering) -> tuple[Listing, ...]:
    """The question bank, group by group, each question with its reason."""
    why = catalogue.sheet.why
    return tuple(
        Listing(
            title=group.name,
            lead="",
            items=tuple(
                Said(
                    question.text,
                    why.format(why=question.why),
                    sources=numbering.of(question.claims),
                )
                for question in catalogue.questions
                if question.group == group.id
            ),
        )
        for group in catalogue.groups
    )


def talk_choices(catalogue: Catalogue) -> tuple[FormPart, ...]:
    """The boxes to tick on the pages to take along."""
    words, hint = catalogue.sheet, catalogue.interface.sheet_page.leaning_hint
    names = tuple(Box(method.name) for method in catalogue.methods)
    lean = (*names, Box(words.leaning_not_sure))
    needs = tuple(map(Box, words.needs.values()))
    return (
        FormPart(words.methods_title, boxes=names),
        FormPart(words.leaning_title, hint, boxes=lean),
        FormPart(words.needs_title, boxes=needs, lines=1),
    )


def _ask(catalogue: Catalogue, ask: QuestionnaireItem) -> FormPart:
    # What matters most is chosen among the concerns that were ticked: written, not ticked.
    written = ask.kind == "text" or ask.id == "top-concerns"
    return FormPart(
        title=ask.label,
        hint=ask.hint or "",
        why=ask.why,
        boxes=() if written else _boxes(catalogue, ask),
        lines=(ask.at_most or WRITING_LINES) if written else 0,
        numbered=written and ask.at_most is not None,
    )


def _boxes(catalogue: Catalogue, ask: QuestionnaireItem) -> tuple[Box, ...]:
    if ask.options_from == "shapes":
        return tuple(
            Box(shape.label, shape.text, Picture(f"shape-{shape.id}", shape.drawing_alt))
            for shape in catalogue.shapes
        )
    if ask.options_from == "concerns":
        return tuple(Box(item.label, item.hint or "") for item in catalogue.concerns)
    return tuple(Box(option.label) for option in catalogue.options(ask.id))
