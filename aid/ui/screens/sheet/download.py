"""The sheet as a file."""

from __future__ import annotations

from typing import Final, TypeVar

import streamlit as st

from aid.catalogue.ids import Paper, SheetFormatId
from aid.errors import SheetError
from aid.papers.sheet.content import build_sheet
from aid.papers.sheet.formats import SHEET_FORMATS
from aid.ui import runtime
from aid.ui.browser.deliver import deliver
from aid.ui.layout import frame
from aid.ui.layout.html import html
from aid.ui.parts import part
from aid.ui.session import actions, record, widgets
from aid.ui.session.record import ChoiceId
from aid.views.elements import jump_target, paragraph

PLACE: Final = "sheet-download"
"""Where the download stands on the screen."""

_Choice = TypeVar("_Choice", bound=str)


@part("download")
def show() -> None:
    """Draw the choice of format and paper, and the button that makes the file."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    papers: dict[Paper, str] = {"a4": words.paper_a4, "letter": words.paper_letter}
    formats = {format_id: words.formats[format_id].name for format_id in SHEET_FORMATS}
    html(jump_target(PLACE, words.download_title) + paragraph(words.download_hint, "hint"))
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
