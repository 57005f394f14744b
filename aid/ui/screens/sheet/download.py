"""The sheet as a file."""

from __future__ import annotations

from functools import partial

import streamlit as st

from aid.catalogue.ids import Paper, SheetFormatId
from aid.catalogue.texts.sheet import RecordFile
from aid.papers.files import FileId
from aid.papers.sheet.content import build_sheet
from aid.papers.sheet.formats import SHEET_FORMATS
from aid.ui import runtime
from aid.ui.browser.deliver import deliver, if_wanted, want
from aid.ui.layout import frame
from aid.ui.layout.html import html
from aid.ui.parts import part
from aid.ui.screens.sheet import places
from aid.ui.session import actions, record, widgets
from aid.views.elements import bullets, disclosure, jump_target, paragraph


def show() -> None:
    """Draw what the formats are for, the size of the paper, and the buttons that make the file."""
    words = runtime.catalogue().interface.sheet_page
    uses = (
        words.download_use.format(format=item.name, size=item.size, use=item.use)
        for item in (words.formats[format_id] for format_id in SHEET_FORMATS)
    )
    html(
        jump_target(places.DOWNLOAD, words.download_title)
        + disclosure(words.download_open, bullets(uses) + paragraph(words.download_hint))
    )
    _paper()
    _buttons()
    _for_a_record()


def _paper() -> None:
    words = runtime.catalogue().interface.sheet_page
    papers: dict[Paper, str] = {"a4": words.paper_a4, "letter": words.paper_letter}
    key = widgets.key_for("paper")
    chosen = widgets.seed(key, record.choices().paper, is_kept=False)
    st.radio(
        words.paper_label,
        list(papers),
        format_func=papers.__getitem__,
        index=widgets.place(list(papers), chosen),
        horizontal=True,
        key=key,
        **actions.on_change(actions.keep_choice, "paper", key, "download"),
    )


@part("download")
def _buttons() -> None:
    """A row of buttons that stays in view, one for each format."""
    words = runtime.catalogue().interface.sheet_page
    with st.container(key="group-take", gap="xxsmall"):
        html(paragraph(words.download_title, "group-label unseen"))
        for format_id in SHEET_FORMATS:
            if_wanted(format_id, partial(_deliver, format_id))
        with st.container(horizontal=True, gap="xsmall"):
            for format_id in SHEET_FORMATS:
                st.button(
                    words.formats[format_id].button,
                    type="primary" if format_id == "pdf" else "secondary",
                    key=f"take-{format_id}",
                    **actions.on_click(want, format_id, "download"),
                )


def _deliver(format_id: SheetFormatId) -> None:
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    sheet = build_sheet(catalogue, record.answers(), runtime.today())
    if SHEET_FORMATS[format_id].replaces_characters(sheet):
        frame.status(words.undrawable)
    deliver(format_id, f"{words.file_name}.{format_id}")


@part("record")
def _for_a_record() -> None:
    """What a health record reads, for those who look for it."""
    words = runtime.catalogue().interface.sheet_page.record
    files: dict[FileId, RecordFile] = {
        "questionnaire-response": words.answers,
        "questionnaire": words.form,
    }
    with st.expander(words.title, key="for-a-record"):
        html(paragraph(words.hint))
        for kind, file in files.items():
            st.button(file.button, key=f"take-{kind}", **actions.on_click(want, kind, "record"))
            if_wanted(kind, partial(deliver, kind, file.file_name))
