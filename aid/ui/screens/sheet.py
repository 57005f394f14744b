"""The sheet: choose methods and questions, add own words, preview, download."""

from __future__ import annotations

from typing import TypeVar

import streamlit as st

from aid.catalogue.answer_fields import MOST_OWN_QUESTIONS
from aid.catalogue.doctor_questions import DoctorQuestion
from aid.catalogue.ids import (
    METHOD_IDS,
    NEED_IDS,
    NO_PROCEDURE,
    HealthId,
    LeaningId,
    Paper,
    SheetFormatId,
)
from aid.errors import SheetError
from aid.papers.sheet.content import build_sheet
from aid.papers.sheet.formats import SHEET_FORMATS
from aid.papers.sheet.preview import page_one_large, sheet_preview
from aid.tailoring.doctor_questions import GENERAL_GROUP, asked_questions, kept_questions
from aid.ui import ask, runtime
from aid.ui.browser.deliver import deliver
from aid.ui.layout import frame, problems
from aid.ui.layout.html import html
from aid.ui.parts import part
from aid.ui.session import actions, record, widgets
from aid.ui.session.record import ChoiceId
from aid.views.elements import disclosure, heading, jump, jump_target, paragraph

_DOWNLOAD = "sheet-download"

_SHEET: actions.Parts = ("preview", "foot")
"""What looks different when something changes that is printed."""
_QUESTIONS: actions.Parts = ("questions", *_SHEET)

_Choice = TypeVar("_Choice", bound=str)


def render() -> None:
    """Draw everything the sheet is made of, in the order in which it is printed.

    Page 1 in large type lies over the rest, by the style sheet. The rest is still drawn, so that a
    text that does not fit stays in its box.
    """
    words = runtime.catalogue().interface.sheet_page
    html(paragraph(jump(_DOWNLOAD, words.download_jump)))
    _methods()
    _leaning()
    _tell()
    _questions()
    _own_questions()
    _needs()
    _notes()
    _previews()
    _download()


def _methods() -> None:
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    names = {item.id: item.name for item in catalogue.methods if item.id != NO_PROCEDURE}
    key = widgets.seed(
        widgets.key_for("sheet-methods"),
        [item for item in names if item in record.answers().sheet_methods],
    )
    html(heading(2, words.methods_title) + paragraph(words.methods_hint, "hint"))
    st.pills(
        words.methods_title,
        list(names),
        selection_mode="multi",
        format_func=names.__getitem__,
        key=key,
        label_visibility="collapsed",
        **actions.on_change(_keep_methods),
    )


def _keep_methods() -> actions.Parts:
    picked = widgets.value(widgets.key_for("sheet-methods")) or ()
    record.change(sheet_methods=tuple(item for item in METHOD_IDS if item in picked))
    return _QUESTIONS


def _leaning() -> None:
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    names: dict[LeaningId, str] = {item.id: item.name for item in catalogue.methods}
    names["not-sure"] = words.leaning_not_sure
    key = widgets.seed(widgets.key_for("leaning"), list(record.answers().leaning))
    html(heading(2, words.leaning_title) + paragraph(words.leaning_hint, "hint"))
    st.pills(
        words.leaning_title,
        list(names),
        selection_mode="multi",
        format_func=names.__getitem__,
        key=key,
        label_visibility="collapsed",
        **actions.on_change(_keep_leaning),
    )


def _keep_leaning() -> actions.Parts:
    picked = widgets.value(widgets.key_for("leaning")) or ()
    order: tuple[LeaningId, ...] = (*METHOD_IDS, "not-sure")
    record.change(leaning=tuple(item for item in order if item in picked))
    return _SHEET


def _tell() -> None:
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    items = record.answers().health_said
    with st.container(key="group-tell"):
        html(
            heading(2, words.tell_title, "group-label")
            + paragraph(words.tell_hint if items else words.nothing_to_tell, "hint")
        )
        for item in items:
            content = catalogue.health_by_id[item]
            key = widgets.seed(
                widgets.key_for("print", item), item in record.answers().health_on_sheet
            )
            st.checkbox(content.tell or content.label, key=key, **actions.on_change(_keep_tell))


def _keep_tell() -> actions.Parts:
    items: tuple[HealthId, ...] = record.answers().health_said
    record.change(health_on_sheet=widgets.ticked("print", items))
    return _QUESTIONS


@part("questions")
def _questions() -> None:
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    answers = record.answers()
    kept = kept_questions(catalogue, answers)
    html(heading(2, words.questions_title) + paragraph(words.questions_hint, "hint"))
    movable = [item.id for item in kept if item.group != GENERAL_GROUP]
    # These stand first, and one that was just ticked stays in its place: what a tick adds to the
    # list below moves nothing under the reader's hand.
    ticked = record.visit().just_ticked
    others = [
        item
        for item in asked_questions(catalogue, answers)
        if item not in kept or item.id in ticked
    ]
    if further := [item for item in others if not item.private]:
        count = sum(item not in kept for item in further)
        _more(words.more_title.format(count=count), further, movable)
    if private := [item for item in others if item.private]:
        _more(words.private_title, private, movable, warning=words.private_warning)
    html(heading(3, words.kept_title.format(count=len(kept))))
    for position, question in enumerate(kept, start=1):
        with st.container(key=f"group-kept-{question.id}", border=True):
            html(
                paragraph(f"{position}. {question.text}", "group-label")
                + paragraph(question.why, "why")
            )
            if question.id in movable:
                _moves(question.id, movable)
    if answers.kept_questions is not None:
        st.button(words.default_order, key="reset", **actions.on_click(_reset))


def _moves(question_id: str, movable: list[str]) -> None:
    words = runtime.catalogue().interface.sheet_page
    position = movable.index(question_id)
    moves = (
        (words.up, "up", -1, position == 0),
        (words.down, "down", 1, position == len(movable) - 1),
    )
    with st.container(horizontal=True):
        for label, name, by, disabled in moves:
            st.button(
                label,
                key=f"{name}-{question_id}",
                disabled=disabled,
                **actions.on_click(_move, question_id, by),
            )
        st.button(words.drop, key=f"drop-{question_id}", **actions.on_click(_drop, question_id))


def _more(title: str, questions: list[DoctorQuestion], kept: list[str], warning: str = "") -> None:
    catalogue = runtime.catalogue()
    # With a key it stays open when its title, which counts, changes.
    with st.expander(title, key=f"more-{'private' if warning else 'open'}"):
        if warning:
            html(paragraph(warning))
        for group in catalogue.groups:
            in_group = [item for item in questions if item.group == group.id]
            if not in_group:
                continue
            with st.container(key=f"group-more-{group.id}-{'private' if warning else 'open'}"):
                html(heading(3, group.name, "group-label"))
                for question in in_group:
                    key = widgets.seed(widgets.key_for("keep", question.id), question.id in kept)
                    st.checkbox(question.text, key=key, **actions.on_change(_keep, question.id))


# A click may come before the screen shows what the click before it did, so each looks up the list.


def _movable() -> list[str]:
    kept = kept_questions(runtime.catalogue(), record.answers())
    return [item.id for item in kept if item.group != GENERAL_GROUP]


def _keep(question_id: str) -> actions.Parts:
    kept = _movable()
    if not widgets.value(widgets.key_for("keep", question_id)):
        return _drop(question_id)
    if question_id not in kept:
        visit = record.visit()
        visit.just_ticked = (*visit.just_ticked, question_id)
        record.change(kept_questions=(*kept, question_id))
    return _QUESTIONS


def _reset() -> actions.Parts:
    record.change(kept_questions=None)
    return _QUESTIONS


def _drop(question_id: str) -> actions.Parts:
    record.change(kept_questions=tuple(item for item in _movable() if item != question_id))
    return _QUESTIONS


def _move(question_id: str, by: int) -> actions.Parts:
    kept = _movable()
    if question_id in kept:
        place = max(kept.index(question_id) + by, 0)
        kept.remove(question_id)
        kept.insert(place, question_id)
        record.change(kept_questions=tuple(kept))
    return _QUESTIONS


def _own_questions() -> None:
    words = runtime.catalogue().interface.sheet_page
    own = record.answers().own_questions
    boxes = min(len(own) + 1, MOST_OWN_QUESTIONS)
    html(
        heading(2, words.own_title)
        + paragraph(words.own_hint.format(count=MOST_OWN_QUESTIONS), "hint")
    )
    for number in range(boxes):
        key = widgets.seed(
            widgets.key_for("own", str(number)),
            own[number] if number < len(own) else "",
            is_typed=True,
        )
        problems.here(key)
        st.text_area(
            words.own_label.format(number=number + 1),
            key=key,
            height=68,
            **actions.on_change(_keep_own, number, boxes),
        )


def _keep_own(changed: int, boxes: int) -> actions.Parts:
    key = widgets.key_for("own", str(changed))
    text: str = widgets.value(key)
    problem = ask.too_long(text)
    record.set_problem(key, problem, unfit=text if problem else None)
    if problem is None:
        texts = [_own_text(number) for number in range(boxes)]
        record.change(own_questions=tuple(text for text in texts if text.strip()))
    return ("whole",)  # there may be another box now, or the texts may have moved up


def _own_text(number: int) -> str:
    """What one box adds to the answers: its text, or the last one that fitted."""
    text: str = widgets.value(widgets.key_for("own", str(number))) or ""
    own = record.answers().own_questions
    return text if ask.too_long(text) is None else own[number] if number < len(own) else ""


def _needs() -> None:
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    with st.container(key="group-needs"):
        html(heading(2, words.needs_title, "group-label"))
        for need in NEED_IDS:
            key = widgets.seed(widgets.key_for("need", need), need in record.answers().needs)
            st.checkbox(catalogue.sheet.needs[need], key=key, **actions.on_change(_keep_needs))


def _keep_needs() -> actions.Parts:
    record.change(needs=widgets.ticked("need", NEED_IDS))
    return _SHEET


def _notes() -> None:
    words = runtime.catalogue().interface.sheet_page
    html(heading(2, words.notes_title))
    ask.own_words(words.next_steps_label, "next_steps", label_shown=True)
    ask.own_words(words.notes_label, "notes", label_shown=True)


@part("preview")
def _previews() -> None:
    """The whole sheet, and page 1 in large type: one button opens and closes that, for focus."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    sheet = build_sheet(catalogue, record.answers(), runtime.today())
    html(disclosure(words.preview_title, sheet_preview(catalogue, sheet)))
    is_open = record.choices().is_large
    with st.container(key="sheet-large"):
        if not is_open:
            html(paragraph(words.large_lead, "hint"))
        st.button(
            words.large_close if is_open else words.large_open,
            key="large-type",
            **actions.on_click(_open_large, not is_open),
        )
        if is_open:
            html(page_one_large(catalogue, sheet))


def _open_large(is_open: bool) -> actions.Parts:
    record.choices().is_large = is_open
    return _SHEET


@part("download")
def _download() -> None:
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    papers: dict[Paper, str] = {"a4": words.paper_a4, "letter": words.paper_letter}
    formats = {format_id: words.formats[format_id].name for format_id in SHEET_FORMATS}
    html(jump_target(_DOWNLOAD, words.download_title) + paragraph(words.download_hint, "hint"))
    format_id = _radio(words.format_label, "format", formats)
    paper = _radio(words.paper_label, "paper", papers)
    label = words.download.format(format=formats[format_id], size=words.formats[format_id].size)
    st.button(
        label,
        type="primary",
        key="download",
        **actions.on_click(_want_file),
    )
    if record.visit().downloads:
        _deliver(format_id, paper)
        record.visit().downloads = False


def _want_file() -> actions.Parts:
    # The press is not known to a run that another action of the same message asked for.
    record.visit().downloads = True
    return ("download",)


def _deliver(format_id: SheetFormatId, paper: Paper) -> None:
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    made_as = SHEET_FORMATS[format_id]
    sheet = build_sheet(catalogue, record.answers(), runtime.today())
    try:
        with st.spinner(words.making):
            data = made_as.make(catalogue, sheet, paper)
    except SheetError:
        frame.problem(words.failed)
        return
    if made_as.replaces_characters(sheet):
        frame.status(words.undrawable)
    deliver(
        data,
        name=f"{words.file_name}.{format_id}",
        mime=made_as.mime,
        again=words.download_again,
    )


def _radio(label: str, name: ChoiceId, options: dict[_Choice, str]) -> _Choice:
    """A choice about the download."""
    key = widgets.seed(widgets.key_for(name), getattr(record.choices(), name))
    picked: _Choice = st.radio(
        label,
        list(options),
        format_func=options.__getitem__,
        horizontal=True,
        key=key,
        **actions.on_change(actions.keep_choice, name, key, "download"),
    )
    return picked
