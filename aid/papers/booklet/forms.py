"""What is filled in by pen: the questionnaire, the statements, what to tell and to ask."""

from __future__ import annotations

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from aid.catalogue.questionnaire import QuestionnaireItem
from aid.papers.blocks import (
    Blank,
    Block,
    Choice,
    Choices,
    Figure,
    Note,
    Notes,
    Paragraph,
    Prompt,
    Prompts,
    Question,
    Questions,
    Room,
    Section,
)
from aid.papers.booklet.parts import TalkPages
from aid.papers.booklet.references import Numbering

_WRITING_LINES = 3
"""Lines to write on below a question that is answered in own words."""

_NOTES_LINES = 16

_STEPS: tuple[PageId, ...] = ("scars", "time", "priorities", "health")


def answers(catalogue: Catalogue) -> Section:
    """The questionnaire, step by step."""
    words = catalogue.booklet
    forms = (_form(catalogue, step) for step in _STEPS)
    return Section("answers", words.answers_title, (Paragraph(words.answers_lead), *forms))


def quiz(catalogue: Catalogue) -> Section:
    """The statements, to mark by pen."""
    words = catalogue.interface.quiz
    choices = Choices(tuple(map(Choice, (words.true, words.false, words.not_sure))))
    statements = (Section(item.id, item.text, (choices,)) for item in catalogue.statements)
    return Section("quiz", catalogue.page_by_id["quiz"].title, tuple(statements))


def quiz_answers(catalogue: Catalogue, numbering: Numbering) -> Section:
    """The same statements with what sources say."""
    words = catalogue.interface.quiz
    title = catalogue.booklet.quiz_answers_title.format(title=catalogue.page_by_id["quiz"].title)
    items = tuple(
        Note(
            item.text,
            item.explanation,
            words.true if item.answer == "true" else words.false,
            numbering.of(item.claims),
        )
        for item in catalogue.statements
    )
    return Section("quiz-answers", title, (Paragraph(words.unsure), Notes(items)))


def to_tell(catalogue: Catalogue, numbering: Numbering) -> Section:
    """What a doctor will want to know, with the reason and a blank."""
    prompts = tuple(
        Prompt(
            item.tell,
            item.fill_in or "",
            reason=item.why or "",
            sources=numbering.of(item.claims),
        )
        for item in catalogue.health
        if item.tell
    )
    lead = Paragraph(catalogue.booklet.tell_lead)
    return Section("tell", catalogue.interface.sheet_page.tell_title, (lead, Prompts(prompts)))


def bank(catalogue: Catalogue, numbering: Numbering) -> Section:
    """The question bank, group by group, each question with its reason, and room for others."""
    words, why = catalogue.booklet, catalogue.sheet.why
    groups = (
        Section(
            group.id,
            group.name,
            (
                Questions(
                    tuple(
                        Question(item.text, why.format(why=item.why), numbering.of(item.claims))
                        for item in catalogue.questions
                        if item.group == group.id
                    )
                ),
            ),
        )
        for group in catalogue.groups
    )
    own = Section("own", catalogue.interface.sheet_page.own_title, (Room(2 * _WRITING_LINES),))
    return Section("bank", words.bank_title, (Paragraph(words.bank_lead), *groups, own))


def talk(catalogue: Catalogue) -> TalkPages:
    """The pages to take along: what to tick, to mark and to write."""
    sheet, hint = catalogue.sheet, catalogue.interface.sheet_page.leaning_hint
    names = tuple(Choice(method.name) for method in catalogue.methods)
    lean = Choices((*names, Choice(sheet.leaning_not_sure)))
    needs = Choices(tuple(map(Choice, sheet.needs.values())))
    room = Room(3 * _WRITING_LINES)
    return TalkPages(
        lead=Section(
            "talk",
            sheet.title,
            (Paragraph(sheet.decision), Paragraph(sheet.doctor_line), Blank(sheet.name_line)),
        ),
        choices=(
            Section("methods", sheet.methods_title, (Choices(names),)),
            Section("leaning", sheet.leaning_title, (Paragraph(hint), lean)),
            Section("needs", sheet.needs_title, (needs, Room(1))),
        ),
        beside=(
            Section("agreed", sheet.agreed_title, (room,)),
            Section("next-steps", sheet.next_steps_title, (room,)),
        ),
        outline=Section(
            "places",
            sheet.outline_title,
            (Figure("sheet-outline", sheet.outline_alt, sheet.outline_caption),),
        ),
        notes=Section("notes", sheet.notes_title, (Room(_NOTES_LINES),)),
    )


def _form(catalogue: Catalogue, step: PageId) -> Section:
    asks = (ask for ask in catalogue.asks if ask.step == step)
    title = catalogue.page_by_id[step].title
    return Section(step, title, tuple(_ask(catalogue, ask) for ask in asks))


def _ask(catalogue: Catalogue, ask: QuestionnaireItem) -> Section:
    blocks: list[Block] = []
    if ask.hint:
        blocks.append(Paragraph(ask.hint))
    if ask.why:
        why_we_ask = catalogue.interface.questionnaire.why_we_ask
        blocks.append(Paragraph(f"{why_we_ask} {ask.why}", note=True))
    # What matters most is chosen among the concerns that were ticked: written, not ticked.
    if ask.kind == "text" or ask.id == "top-concerns":
        blocks.append(Room(ask.at_most or _WRITING_LINES, numbered=ask.at_most is not None))
    else:
        blocks.append(Choices(_choices(catalogue, ask)))
    return Section(ask.id, ask.label, tuple(blocks))


def _choices(catalogue: Catalogue, ask: QuestionnaireItem) -> tuple[Choice, ...]:
    if ask.options_from == "shapes":
        return tuple(
            Choice(shape.label, shape.text, Figure(f"shape-{shape.id}", shape.drawing_alt))
            for shape in catalogue.shapes
        )
    if ask.options_from == "concerns":
        return tuple(Choice(item.label, item.hint or "") for item in catalogue.concerns)
    return tuple(Choice(option.label) for option in catalogue.options(ask.id))
