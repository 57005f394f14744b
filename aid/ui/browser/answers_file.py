"""A file of the answers, to save and to load.

Files are read in the browser and come over the page's own connection: Streamlit's uploader would
leave the file in the server's memory after "Clear my answers".
"""

from __future__ import annotations

import base64
import binascii
from typing import Final

import streamlit as st
from markupsafe import Markup

from aid.answers.file import MOST_BYTES
from aid.answers.problems import sentences
from aid.answers.retired import retired_notices
from aid.answers.salvage import left_out_notices, salvage_file
from aid.errors import AnswersError
from aid.ui import runtime
from aid.ui.browser.deliver import deliver
from aid.ui.browser.source import source
from aid.ui.layout import frame
from aid.ui.layout.html import html
from aid.ui.session import actions, record, widgets
from aid.ui.session.visit import FileOutcome
from aid.views.elements import bullets, paragraph

_KEY: Final = "answers-file"

_picker = st.components.v2.component(
    "answers_file", js=source("answers_file.js"), css=source("answers_file.css")
)


def save() -> None:
    """Hand the answers to the browser as a file."""
    deliver("answers", runtime.catalogue().interface.keep.file_name)


def picker() -> None:
    """Let the reader pick a file, and say what came of it."""
    words = runtime.catalogue().interface.keep
    _picker(
        key=_KEY,
        on_file_change=actions.told(_loaded),
        data={"label": words.load_label, "hint": words.load_hint, "most": MOST_BYTES},
    )
    outcome = record.visit().file
    if outcome.failed:
        said = paragraph(words.not_loaded) + bullets(outcome.sentences)
        html(Markup('<div class="problem" role="alert">{}</div>').format(said))
    else:
        for sentence in outcome.sentences:
            frame.status(sentence)


def _loaded() -> actions.Parts | None:
    catalogue = runtime.catalogue()
    words = catalogue.interface.keep
    sent = getattr(widgets.value(_KEY), "file", None)
    try:
        data = base64.b64decode(sent, validate=True) if isinstance(sent, str) else b""
    except binascii.Error:
        data = b""
    try:
        kept = salvage_file(data, catalogue.question_by_id, catalogue.retired)
    except AnswersError as error:
        said = sentences(catalogue, error.problems)
        record.visit().file = FileOutcome(failed=True, sentences=said)
        return ("keep",)
    record.load(kept.answers)
    record.set_notices()  # the last message alone
    said = (
        words.loaded,
        *left_out_notices(catalogue, kept.left_out),
        *retired_notices(words, kept.retired),
    )
    record.visit().file = FileOutcome(sentences=said)
    return None
