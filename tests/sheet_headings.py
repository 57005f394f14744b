"""The headings of a sheet in every format, in reading order."""

from __future__ import annotations

from aid.catalogue.texts.sheet import SheetTexts


def headings_of(words: SheetTexts) -> list[str]:
    """The headings of a sheet on which every part has something to say."""
    return [
        words.told_title,
        words.matters_title,
        words.time_title,
        words.methods_title,
        words.compared_title,
        words.leaning_title,
        words.tell_title,
        words.outline_title,
        words.questions_title,
        words.needs_title,
        words.agreed_title,
        words.next_steps_title,
        words.notes_title,
        words.tips_title,
    ]
