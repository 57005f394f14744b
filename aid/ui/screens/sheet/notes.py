"""What the reader still needs, the next steps and the notes."""

from __future__ import annotations

import streamlit as st

from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.screens import own_words
from aid.ui.screens.sheet import needs, places
from aid.views.elements import jump_target


def show() -> None:
    """Draw the ticks and the two boxes."""
    words = runtime.catalogue().interface.sheet_page
    with st.container(gap="xsmall"):
        html(jump_target(places.NOTES, words.notes_title))
        needs.show()
        own_words.show(words.next_steps_label, "next_steps", label_shown=True)
        own_words.show(words.notes_label, "notes", label_shown=True)
