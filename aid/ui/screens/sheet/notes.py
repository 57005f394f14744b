"""The next steps and the notes, in the reader's own words."""

from __future__ import annotations

from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.screens import own_words
from aid.views.elements import heading


def show() -> None:
    """Draw the two boxes."""
    words = runtime.catalogue().interface.sheet_page
    html(heading(2, words.notes_title))
    own_words.show(words.next_steps_label, "next_steps", label_shown=True)
    own_words.show(words.notes_label, "notes", label_shown=True)
