"""What does not fit on a screen: a summary at its top, and the same words beside each question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from aid.catalogue.answer_fields import FIELD_BY_KEY, MOST_OWN_QUESTIONS
from aid.catalogue.ids import PageId
from aid.catalogue.questionnaire import QuestionnaireItem
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.session import record, widgets
from aid.views.elements import bullets, paragraph


def found(page_id: PageId) -> tuple[tuple[str, str, str], ...]:
    """What is wrong on a screen: the widget's key, what it is called, and the sentence."""
    return tuple(
        (key, label, sentence)
        for key, label in _widgets(page_id)
        if (sentence := record.problem(key)) is not None
    )


def _widgets(page_id: PageId) -> Iterator[tuple[str, str]]:
    """The widgets of a screen that can hold something that does not fit, in their order."""
    catalogue = runtime.catalogue()
    for question in catalogue.asks:
        if question.step == page_id:
            for key in keys_of(question):
                yield key, question.name
    if page_id == "compare":
        yield widgets.key_for("compare-methods"), catalogue.interface.compare.in_detail
    if page_id == "sheet":
        words = catalogue.interface.sheet_page
        for number in range(MOST_OWN_QUESTIONS):
            yield (
                widgets.key_for("own_questions", str(number)),
                words.own_label.format(number=number + 1),
            )
        yield widgets.key_for("next_steps"), words.next_steps_label
        yield widgets.key_for("notes"), words.notes_label


def keys_of(question: QuestionnaireItem) -> tuple[str, ...]:
    """The keys under which problems of one question are kept: of its widget, or of each tick."""
    if question.kind == "text":
        return (widgets.key_for(FIELD_BY_KEY[question.id]),)
    if question.at_most is None:
        return (widgets.key_for(question.id),)
    options = runtime.catalogue().options(question.id)
    return tuple(widgets.key_for(question.id, option.id) for option in options)


def any_of(keys: Iterable[str]) -> bool:
    """Whether something is wrong with any of some widgets."""
    return any(record.problem(key) is not None for key in keys)


def summary(page_id: PageId) -> None:
    """Say at the top of a screen what does not fit, each with a link to its place; announced."""
    problems = found(page_id)
    if not problems:
        return
    items = (
        Markup('<a href="#{}">{}</a>: {}').format(_place(key), label, sentence)
        for key, label, sentence in problems
    )
    title = runtime.catalogue().interface.questionnaire.problems_title
    html(
        Markup('<div class="problem" role="alert">{}{}</div>').format(
            paragraph(title, "label"), bullets(items)
        )
    )


def here(key: str) -> None:
    """Say beside a question what does not fit; the summary has announced it."""
    if sentence := record.problem(key):
        html(Markup('<p class="problem" id="{}">{}</p>').format(_place(key), sentence))


def _place(key: str) -> str:
    return f"problem-{key.replace('.', '-')}"
