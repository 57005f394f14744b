"""The widgets of the questionnaire: one way to ask for each kind of question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from aid.catalogue.answer_fields import FIELD_BY_KEY
from aid.catalogue.questionnaire import Option, QuestionnaireItem
from aid.tailoring.ticks import are_too_many, in_order_of_choice, settle_exclusive
from aid.ui import runtime
from aid.ui.layout import counted, problems
from aid.ui.layout.html import html
from aid.ui.parts import part
from aid.ui.screens import own_words
from aid.ui.session import actions, record, widgets
from aid.views.elements import disclosure, drawing, heading, paragraph
from aid.views.glossary import WordsInPlace


def ask(question: QuestionnaireItem) -> None:
    """Draw one question with its hint, its reason and its stored answer."""
    draw = _OWN_WAY[question.id] if question.id in _OWN_WAY else _KINDS[question.kind]
    draw(question)


@part("shape-source")
def _shape_source(question: QuestionnaireItem) -> None:
    """Who named the shape: a question for those alone who have ticked one."""
    if any(shape != "not-sure" for shape in record.answers().scar_shapes):
        _one(question)


def _concerns(question: QuestionnaireItem) -> None:
    """The concerns; each that is ticked asks below it whether it matters most.

    The style sheet hides what is asked of the others, so that a tick draws nothing.
    """
    catalogue = runtime.catalogue()
    most = catalogue.ask_by_id["top-concerns"]
    may_matter = {concern.id for concern in catalogue.concerns if concern.facts}
    with st.container(key=f"group-{question.id}", gap="xsmall"):
        _opening(question)
        for option in catalogue.options(question.id):
            with st.container(key=f"concern-{option.id}", gap="xsmall"):
                _boxes(question, [option])
                if option.id not in may_matter:
                    continue
                words = catalogue.interface.questionnaire
                label = words.matters_most.format(concern=option.label)
                problems.here(widgets.key_for(most.id, option.id))
                _boxes(most, [option.model_copy(update={"label": label})])


def _asked_beside_concerns(_: QuestionnaireItem) -> None:
    """What matters most is asked beside each concern that is ticked."""


def _in_groups(question: QuestionnaireItem) -> None:
    """The health items, in groups that open one by one and count their ticks."""
    catalogue = runtime.catalogue()
    option_by_id = {option.id: option for option in catalogue.options(question.id)}
    with st.container(key=f"group-{question.id}", gap="xsmall"):
        _opening(question)
        for group in catalogue.health_groups:
            items = [item.id for item in catalogue.health if item.group == group.id]
            words = WordsInPlace(catalogue)  # of a group: few are opened
            with counted.expander(
                group.name, f"health-{group.id}", partial(_ticks_line, group.name, items)
            ):
                _boxes(question, [option_by_id[item] for item in items], words)
        _boxes(question, [option for option in option_by_id.values() if option.exclusive])


def _ticks_line(name: str, items: Sequence[str]) -> str:
    count = sum(item in record.answers().health for item in items)
    words = runtime.catalogue().interface.questionnaire
    return words.group_ticks.format(name=name, count=count, all=len(items))


def _opening(question: QuestionnaireItem) -> None:
    words = runtime.catalogue().interface.questionnaire
    html(
        heading(2, question.label, "group-label")
        + (paragraph(question.hint, "hint") if question.hint else Markup(""))
        + disclosure(words.why_open, paragraph(question.why), unseen=question.name)
    )
    if question.kind == "text":
        problems.here(*problems.keys_of(question))


def _stored(question: QuestionnaireItem) -> object:
    return getattr(record.answers(), FIELD_BY_KEY[question.id])


def _one(question: QuestionnaireItem) -> None:
    options = runtime.catalogue().options(question.id)
    labels = {option.id: option.label for option in options}
    key = widgets.key_for(question.id)
    stored = widgets.seed(key, _stored(question))
    with st.container(key=f"group-{question.id}", gap="xsmall"):
        _opening(question)
        st.radio(
            question.label,
            list(labels),
            format_func=labels.__getitem__,
            index=widgets.place(list(labels), stored),
            key=key,
            label_visibility="collapsed",
            **actions.on_change(_keep_one, question.id),
        )


def _keep_one(ask_id: str) -> actions.Parts:
    record.change(**{FIELD_BY_KEY[ask_id]: widgets.value(widgets.key_for(ask_id))})
    return (*_FOLLOWING.get(ask_id, ()), "foot")


def _several(question: QuestionnaireItem) -> None:
    options = runtime.catalogue().options(question.id)
    with st.container(key=f"group-{question.id}", gap="xsmall"):
        _opening(question)
        _boxes(question, options)


def _boxes(
    question: QuestionnaireItem, options: Sequence[Option], words: WordsInPlace | None = None
) -> None:
    stored = _stored(question)
    for option in options:
        key = widgets.key_for(question.id, option.id)
        is_ticked = widgets.seed(key, isinstance(stored, tuple) and option.id in stored)
        _tick(question, option, key, words, is_ticked=is_ticked)


def _tick(
    question: QuestionnaireItem,
    option: Option,
    key: str,
    words: WordsInPlace | None,
    *,
    is_ticked: bool,
) -> None:
    box = partial(
        st.checkbox,
        option.label,
        is_ticked,
        key=key,
        **actions.on_change(_keep_several, question.id),
    )
    if question.options_from != "shapes":
        box()
        if explained := _explained(question, option):
            under = words.beside(option.label, explained) if words else explained
            html(paragraph(under, "hint under-tick"))
        return
    catalogue = runtime.catalogue()
    shape = next(shape for shape in catalogue.shapes if shape.id == option.id)
    with st.container(key=f"shape-{shape.id}", border=True, gap="xxsmall"):
        html(drawing(catalogue.drawings[f"shape-{shape.id}"], shape.drawing_alt))
        box()
        html(paragraph(shape.text, "hint"))


def _explained(question: QuestionnaireItem, option: Option) -> str | None:
    """What a tick means, or why it is asked; top concerns were explained when they were ticked."""
    catalogue = runtime.catalogue()
    if question.id == "health":
        return next(item.why for item in catalogue.health if item.id == option.id)
    if question.id == "concerns":
        return next(item.hint for item in catalogue.concerns if item.id == option.id)
    return None


def _keep_several(ask_id: str) -> actions.Parts:
    catalogue = runtime.catalogue()
    question = catalogue.ask_by_id[ask_id]
    field = FIELD_BY_KEY[ask_id]
    before: tuple[str, ...] = getattr(record.answers(), field)
    top_before = record.answers().top_concerns
    options = tuple(option.id for option in catalogue.options(ask_id))
    picked = in_order_of_choice(before, widgets.ticked(ask_id, options))
    was_wrong = _forget_refused(question)
    if are_too_many(picked, question.at_most):
        sentence = catalogue.interface.questionnaire.too_many.format(count=question.at_most)
        for refused in set(picked) - set(before):
            record.set_problem(widgets.key_for(ask_id, refused), sentence)
        return ("whole",)
    settled = settle_exclusive(before, picked)
    if ask_id == "top-concerns":  # a browser that does not know :has() shows all of them
        settled = tuple(item for item in settled if item in record.answers().concerns)
    record.change(**{field: settled})
    went_along = ask_id == "concerns" and record.answers().top_concerns != top_before
    if was_wrong or went_along or settled != picked:  # the browser shows ticks that were taken back
        return ("whole",)
    return (*_FOLLOWING.get(ask_id, ()), "foot")


def _forget_refused(question: QuestionnaireItem) -> bool:
    """Forget which ticks were one too many; return whether there were any."""
    refused = [key for key in problems.keys_of(question) if record.problem(key)]
    for key in refused:
        record.set_problem(key, None)
    return bool(refused)


def _text(question: QuestionnaireItem) -> None:
    with st.container(key=f"group-{question.id}", gap="xsmall"):
        _opening(question)
        own_words.show(question.label, FIELD_BY_KEY[question.id])


_KINDS: Mapping[str, Callable[[QuestionnaireItem], None]] = {
    "one": _one,
    "several": _several,
    "text": _text,
}

_OWN_WAY: Mapping[str, Callable[[QuestionnaireItem], None]] = {
    "shape-source": _shape_source,
    "concerns": _concerns,
    "top-concerns": _asked_beside_concerns,
    "health": _in_groups,
}
"""Questions that are not asked as others of their kind are."""

_FOLLOWING: Mapping[str, actions.Parts] = {"scar-shapes": ("shape-source",)}
"""Parts that look different after a tick, by question."""
