"""Words of the discussion sheet: of its screen, and of the paper."""

from __future__ import annotations

from typing import Annotated

from aid.catalogue.answer_fields import NeedId, ShapeSourceId
from aid.catalogue.base import Entry, Id, Text
from aid.catalogue.gaps import gaps
from aid.catalogue.ids import (
    ListCase,
    SheetFormatId,
)


class FormatText(Entry):
    """What one format of the sheet is called, its button, its size about, and what it is for."""

    name: Text
    button: Text
    size: Text
    use: Text


class RecordFile(Entry):
    """A file for a health record: its button, and the name it gets."""

    button: Text
    file_name: Text


class RecordTexts(Entry):
    """What is offered for a health record."""

    title: Text
    hint: Text
    answers: RecordFile
    form: RecordFile


class SheetPageTexts(Entry):
    """The screen on which the sheet is put together. The printed words are in ``sheet.toml``."""

    summary_title: Text
    change: Text
    no_methods: Text
    some_of: Annotated[str, gaps("count", "all")]
    nothing_printed: Text
    room_to_write: Text
    methods_title: Text
    methods_hint: Text
    methods_more: Text
    questions_title: Text
    questions_hint: Text
    general_open: Text
    why: Text
    order_open: Text
    order_close: Text
    moved: Annotated[str, gaps("number", "count")]
    not_further: Annotated[str, gaps("number", "count")]
    more_title: Text
    more_count: Annotated[str, gaps("name", "count")]
    up: Text
    down: Text
    default_order: Text
    private_title: Text
    private_warning: Text
    own_title: Text
    own_count: Annotated[str, gaps("count")]
    own_hint: Annotated[str, gaps("count")]
    own_label: Annotated[str, gaps("number")]
    tell_title: Text
    tell_hint: Text
    nothing_to_tell: Text
    leaning_title: Text
    leaning_hint: Text
    leaning_not_sure: Text
    needs_title: Text
    notes_title: Text
    next_steps_label: Text
    notes_label: Text
    preview_title: Text
    large_open: Text
    large_close: Text
    download_jump: Text
    download_title: Text
    paper_label: Text
    paper_a4: Text
    paper_letter: Text
    formats: dict[SheetFormatId, FormatText]
    record: RecordTexts
    download_use: Annotated[str, gaps("format", "size", "use")]
    download_open: Text
    download_hint: Text
    file_name: Text
    undrawable: Text


class SheetTexts(Entry):
    """The printed words of the discussion sheet.

    ``told``, ``matters`` and ``time`` hold the labels of what the reader answered, by the id of the
    question, in printed order.
    """

    title: Text
    decision: Text
    name_line: Text
    date_line: Annotated[str, gaps("date")]
    told_title: Text
    told: dict[Id, Text]
    shape_source: dict[ShapeSourceId, Text]
    not_answered: Text
    matters_title: Text
    matters: dict[Id, Text]
    time_title: Text
    time: dict[Id, Text]
    methods_title: Text
    no_methods_chosen: Text
    fact_head: Text
    fits_name: Text
    marked: Text
    leaning_title: Text
    leaning_not_sure: Text
    leaning_none: Text
    tell_title: Text
    tell_nothing: Text
    outline_title: Text
    outline_caption: Text
    outline_alt: Text
    earlier_procedures: Text
    questions_title: Text
    why: Annotated[str, gaps("why")]
    own_question: Text
    compared_title: Text
    compared_note: Text
    needs_title: Text
    needs: dict[NeedId, Text]
    list_note: dict[ListCase, Text]
    agreed_title: Text
    next_steps_title: Text
    notes_title: Text
    tips_title: Text
    doctor_line: Text
    not_advice: Text
    overdue: Annotated[str, gaps("due")]
    not_reviewed: Text
    reviewed: Annotated[str, gaps("name")]
    version: Annotated[str, gaps("version", "date")]
    sources_at: Annotated[str, gaps("address")]
    funding: Annotated[str, gaps("funding")]
    report: Annotated[str, gaps("contact")]
    page_of: Annotated[str, gaps("page", "pages")]
    effect_note: Text
    long_title: Text
    long_pointer: Annotated[str, gaps("title")]
    long_questions: Annotated[str, gaps("title")]
