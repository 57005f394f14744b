"""The data of the discussion sheet: everything that is printed, in printed order, as plain text.

Every format is made from this one value, so no two formats can use different words. Health stays
private: an item that is not ticked for printing leaves no trace here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from aid.answers.model import Answers
from aid.catalogue.answer_fields import ANSWERS, AnswerField
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import NO_PROCEDURE, HealthId, MethodId
from aid.formatting.direct import in_short, pair_title
from aid.formatting.locale import listed
from aid.formatting.shape_fits import fit_summary
from aid.papers.blocks import Entry, characters
from aid.tailoring.comparison import rows
from aid.tailoring.direct import largest
from aid.tailoring.doctor_questions import kept_questions
from aid.tailoring.relevance import relevance, ticked_dents

MOST_METHODS_UPRIGHT = 3
"""More methods than these, beside "no procedure for now", get a page of their own, sideways."""


MOST_STUDIES = 3
"""How many studies that compared the chosen methods are printed at most."""

MOST_CHARACTERS = 340
"""How long they may be together, after the first: page 1 has room for no more."""


@dataclass(frozen=True)
class Line:
    """A label with what the reader said; ``words`` are the reader's own and may be anything."""

    label: str
    value: str
    words: bool = False


@dataclass(frozen=True)
class TellLine:
    """A thing to tell, with the blank to fill in by hand and the reader's own words if any."""

    text: str
    fill_in: str
    words: str = ""


@dataclass(frozen=True)
class SheetQuestion:
    """A question with its reason; a question of the reader's own has none."""

    text: str
    why: str = ""
    own: bool = False


@dataclass(frozen=True)
class FactRow:
    """A fact for each method on the sheet, or what sources say of the ticked dents, in order."""

    name: str
    marked: bool
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """All that is printed. Lists keep their printed order; an empty list prints its fallback.

    ``methods`` are the display names of the columns; none where the reader chose no method, and
    then ``listed_names`` holds the names on the list. ``list_note`` says how the list came about.
    ``sideways`` asks for a landscape page for the table.
    """

    decision: str
    made_on: date
    content_version: date
    told: tuple[Line, ...]
    matters: tuple[Line, ...]
    time: tuple[Line, ...]
    list_note: str
    listed_names: tuple[str, ...]
    methods: tuple[str, ...]
    rows: tuple[FactRow, ...]
    sideways: bool
    compared: tuple[Entry, ...]
    leaning: tuple[str, ...]
    tell: tuple[TellLine, ...]
    questions: tuple[SheetQuestion, ...]
    needs: tuple[str, ...]
    next_steps: str
    notes: str
    tips: tuple[Entry, ...]


def printed_health(answers: Answers) -> tuple[HealthId, ...]:
    """The health items that the reader ticked for printing, of those they said."""
    return tuple(item for item in answers.health_said if item in answers.health_on_sheet)


def sheet_methods(catalogue: Catalogue, answers: Answers) -> tuple[MethodId, ...]:
    """The columns of the sheet: the chosen methods in the stated order, and no procedure last.

    None where the reader chose no method.
    """
    if not answers.sheet_methods:
        return ()
    return tuple(
        method.id
        for method in catalogue.methods
        if method.id in answers.sheet_methods or method.id == NO_PROCEDURE
    )


def build_sheet(catalogue: Catalogue, answers: Answers, made_on: date) -> Sheet:
    """Put together the sheet for some answers.

    Args:
        catalogue: The content.
        answers: What the reader said. Nothing is required.
        made_on: The date to print.

    Returns:
        The sheet's data; the same answers and date give an equal value.
    """
    words = catalogue.sheet
    listing = relevance(catalogue, answers.scar_shapes)
    method_ids = sheet_methods(catalogue, answers)
    names = {method.id: method.name for method in catalogue.methods}
    return Sheet(
        decision=words.decision,
        made_on=made_on,
        content_version=catalogue.content_version,
        told=_lines(catalogue, answers, words.told, words.not_answered),
        matters=_matters(catalogue, answers),
        time=_lines(catalogue, answers, words.time, words.not_answered),
        list_note=words.list_note[listing.case],
        listed_names=() if method_ids else tuple(names[item] for item in listing.on_list),
        methods=tuple(names[item] for item in method_ids),
        rows=_rows(catalogue, answers, method_ids),
        sideways=len(method_ids) > MOST_METHODS_UPRIGHT + 1,
        compared=_compared(catalogue, method_ids),
        leaning=_leaning(catalogue, answers),
        tell=_tell(catalogue, answers),
        questions=_questions(catalogue, answers),
        needs=tuple(text for need, text in words.needs.items() if need in answers.needs),
        next_steps=answers.next_steps,
        notes=answers.notes,
        tips=tuple(Entry(tip.title, tip.text) for tip in catalogue.tips),
    )


def typed_texts(sheet: Sheet) -> tuple[str, ...]:
    """Every text on a sheet that the reader typed."""
    return (
        *(line.value for line in (*sheet.told, *sheet.matters, *sheet.time) if line.words),
        *(item.words for item in sheet.tell),
        *(question.text for question in sheet.questions if question.own),
        sheet.next_steps,
        sheet.notes,
    )


def _leaning(catalogue: Catalogue, answers: Answers) -> tuple[str, ...]:
    words = catalogue.sheet
    said = [method.name for method in catalogue.some_methods(answers.leaning)]
    if "not-sure" in answers.leaning:
        said.append(words.leaning_not_sure)
    return tuple(said) or (words.leaning_none,)


def _matters(catalogue: Catalogue, answers: Answers) -> tuple[Line, ...]:
    words = catalogue.sheet
    first = next(iter(words.matters.values()))
    return _lines(catalogue, answers, words.matters) or (Line(first, words.not_answered),)


def _lines(
    catalogue: Catalogue, answers: Answers, labels: Mapping[str, str], unanswered: str = ""
) -> tuple[Line, ...]:
    """A line for each label with an answer, choices that were not made as ``unanswered`` says."""
    lines = (
        Line(label, getattr(answers, field.name).strip(), words=True)
        if field.kind == "text"
        else Line(label, _PRINTED.get(key, _choices)(catalogue, answers, field) or unanswered)
        for key, label in labels.items()
        for field in (ANSWERS[key],)
    )
    return tuple(line for line in lines if line.value)


def _choices(catalogue: Catalogue, answers: Answers, field: AnswerField) -> str:
    return listed(
        catalogue, (catalogue.option_label(field.key, item) for item in answers.chosen(field))
    )


def _shapes(catalogue: Catalogue, answers: Answers, field: AnswerField) -> str:
    shapes = listed(catalogue, (catalogue.shape_by_id[item].name for item in answers.scar_shapes))
    if shapes and answers.shape_source:
        return f"{shapes} ({catalogue.sheet.shape_source[answers.shape_source]})"
    return shapes


def _other_concerns(catalogue: Catalogue, answers: Answers, field: AnswerField) -> str:
    others = (item for item in answers.concerns if item not in answers.top_concerns)
    return listed(catalogue, (catalogue.option_label(field.key, item) for item in others))


_PRINTED: Mapping[str, Callable[[Catalogue, Answers, AnswerField], str]] = {
    "scar-shapes": _shapes,
    "concerns": _other_concerns,
}
"""Answers that are printed in another way than as the labels of what was chosen."""


def _rows(
    catalogue: Catalogue, answers: Answers, method_ids: tuple[MethodId, ...]
) -> tuple[FactRow, ...]:
    if not method_ids:
        return ()
    return (*_fits(catalogue, answers, method_ids), *_facts(catalogue, answers, method_ids))


def _fits(
    catalogue: Catalogue, answers: Answers, method_ids: tuple[MethodId, ...]
) -> tuple[FactRow, ...]:
    """What sources say of each ticked dent, before all facts; nothing where none is ticked."""
    dents = ticked_dents(answers.scar_shapes)
    if not dents:
        return ()
    methods = (catalogue.method_by_id[item] for item in method_ids)
    said = tuple(fit_summary(catalogue, method, dents) for method in methods)
    return (FactRow(catalogue.sheet.fits_name, marked=False, cells=said),)


def _facts(
    catalogue: Catalogue, answers: Answers, method_ids: tuple[MethodId, ...]
) -> tuple[FactRow, ...]:
    return tuple(
        FactRow(
            name=row.fact.name,
            marked=row.marked,
            cells=tuple(catalogue.method_by_id[item].facts[row.id].short for item in method_ids),
        )
        for row in rows(catalogue, answers.concerns, answers.top_concerns)
        if row.open
    )


def _compared(catalogue: Catalogue, method_ids: tuple[MethodId, ...]) -> tuple[Entry, ...]:
    entries = [
        Entry(pair_title(catalogue, item.methods), in_short(catalogue, item.study))
        for item in largest(catalogue, method_ids, MOST_STUDIES)
    ]
    lengths = list(accumulate(len(characters(entry.text)) for entry in entries))
    return tuple(
        entry
        for position, (entry, length) in enumerate(zip(entries, lengths, strict=True))
        if position == 0 or length <= MOST_CHARACTERS
    )


def _tell(catalogue: Catalogue, answers: Answers) -> tuple[TellLine, ...]:
    return tuple(
        TellLine(
            text=item.tell or item.label,
            fill_in=item.fill_in or "",
            words=answers.earlier_procedures.strip() if item_id == "earlier-procedures" else "",
        )
        for item_id in printed_health(answers)
        for item in (catalogue.health_by_id[item_id],)
    )


def _questions(catalogue: Catalogue, answers: Answers) -> tuple[SheetQuestion, ...]:
    kept = tuple(
        SheetQuestion(question.text, question.printed_why or question.why)
        for question in kept_questions(catalogue, answers)
    )
    own = tuple(
        SheetQuestion(text.strip(), own=True) for text in answers.own_questions if text.strip()
    )
    return kept + own
