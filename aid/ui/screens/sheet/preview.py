"""The whole sheet on the screen, and its page 1 in large type to show to a doctor."""

from __future__ import annotations

import streamlit as st

from aid.papers.sheet.content import Sheet, build_sheet
from aid.papers.sheet.preview import page_one_large, sheet_preview
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.parts import part
from aid.ui.screens.sheet import changed
from aid.ui.session import actions, record, widgets


@part("preview")
def show() -> None:
    """Draw the preview. One button opens and closes page 1 in large type, so it keeps the focus.

    That page covers everything else, by the style sheet. The rest is still drawn, so that a text
    that does not fit stays in its box.
    """
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    # A line of ours to open would be another one after each change, and would drop the focus.
    preview = st.expander(
        words.preview_title, key=widgets.key_for("preview"), **actions.on_change(_opened)
    )
    if preview.open:  # what nobody sees is not made after each change
        with preview:
            html(sheet_preview(catalogue, _sheet()))
    is_open = record.choices().is_large
    with st.container(key="sheet-large", gap="xsmall"):
        st.button(
            words.large_close if is_open else words.large_open,
            key="large-type",
            **actions.on_click(_open_large, not is_open),
        )
        if is_open:
            html(page_one_large(catalogue, _sheet()))


def _sheet() -> Sheet:
    return build_sheet(runtime.catalogue(), record.answers(), runtime.today())


def _opened() -> actions.Parts:
    return ("preview",)


def _open_large(is_open: bool) -> actions.Parts:
    record.choices().is_large = is_open
    return changed.PRINTED
