"""Words that a box held when its page was left before they were sent; the tab has kept them."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from aid.catalogue.answer_fields import ANSWERS, AnswerField, OwnWords
from aid.errors import AnswersError
from aid.ui.session import record, widgets


def _boxes(field: AnswerField) -> list[str]:
    rows = [str(number) for number in range(field.most or 0)] or [""]
    return [widgets.class_name(widgets.key_for(field.name, row)) for row in rows]


_FIELD_OF: Final = {
    box: field
    for field in ANSWERS.values()
    if isinstance(field.declared, OwnWords)
    for box in _boxes(field)
}
"""The answer that each box for own words belongs to, by the class name of the box."""


def take_in(box: str, text: str, before: str) -> None:
    """Put the words of a box among the answers. Where they do not fit, the tab puts them back.

    Args:
        box: The class name of the box.
        text: The words.
        before: What the box held when it was last among the answers. It tells which of several
            texts this was, because they move up where one is emptied.
    """
    field = _FIELD_OF.get(box)
    if field is None:
        return
    value: object = text
    if field.kind == "texts":
        texts = [*getattr(record.answers(), field.name), ""]
        if before in texts:
            texts[texts.index(before)] = text
        value = tuple(one for one in texts if one.strip())
    with suppress(AnswersError):
        record.change(**{field.name: value})
