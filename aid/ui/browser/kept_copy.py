"""A copy of the answers in the reader's tab.

The copy is in the browser's session storage, which belongs to one tab. A session asks for it once,
in its first run, and writes it only after that, so that an empty start never takes its place.
"""

from __future__ import annotations

import gc
from typing import Any, TypeVar

from aid.answers.file import Kept, copy_json
from aid.answers.model import Answers
from aid.answers.retired import retired_notices
from aid.answers.salvage import salvage_answers
from aid.ui import runtime
from aid.ui.browser import tab
from aid.ui.server.settings import settings
from aid.ui.session import actions, record, recovery, widgets

Said = TypeVar("Said")


def to_keep() -> dict[str, object]:
    """What the tab should keep, or a request for what it has kept."""
    keeps = not settings().shared_device
    return {
        "ask": record.current().opening is not None,
        "keeps": keeps,
        "answers": copy_json(record.answers()) if keeps else "",
        "cleared": record.current().cleared,
        "asked": record.current().asked,
        "orders": record.visit().is_ordering,
        "heard": "\n".join(record.current().heard),
    }


def where_kept(in_tab: Said, on_shared_device: Said, nowhere: Said) -> Said:
    """What is true of this reader's answers: of a tab with a copy, or of one of those without."""
    if settings().shared_device:
        return on_shared_device
    return nowhere if record.current().is_copy_blocked else in_tab


def asked() -> actions.Parts:
    """Note the number that the tab sent after the reader's last answer; an action.

    The same run takes in whatever it sent before that number.
    """
    number = getattr(widgets.value(tab.KEY), "asked", None)
    if isinstance(number, int):
        record.current().asked = number
    return ("foot",)


def found() -> actions.Parts | None:
    """Take in what the tab had kept; an action."""
    reported = getattr(widgets.value(tab.KEY), "found", None)
    told: dict[str, Any] = reported if isinstance(reported, dict) else {}
    if record.current().opening is None:
        if told.get("cleared") is True:
            gc.collect()  # earlier runs left texts in objects that refer to each other
        return ("foot",)
    record.current().is_copy_blocked = told.get("blocked") is True
    again, reloaded = told.get("again") is True, told.get("reloaded") is True
    text = told.get("answers")
    catalogue = runtime.catalogue()
    words = catalogue.interface.keep
    shared = settings().shared_device
    if shared or not isinstance(text, str) or not text:
        recovery.nothing_kept()
        said = []
        if again or reloaded:
            said.append(words.nothing_kept_shared if shared else words.nothing_kept)
        if not shared and record.current().is_copy_blocked:
            said.append(words.where_no_copy)
        if not said:
            return ("foot",)
        record.set_notices(*said)
        return None
    # The page's own buttons must be there again, for a press on one of them to be carried out.
    record.visit().is_ordering = told.get("orders") is True
    kept = salvage_answers(text, catalogue.question_by_id, catalogue.retired)
    recovery.bring_back(kept.answers, screen_counts=again)
    record.set_notices(*_said_of(kept, again=again))
    return None


def _said_of(kept: Kept, *, again: bool) -> tuple[str, ...]:
    words = runtime.catalogue().interface.keep
    said = []
    if kept.answers != Answers():
        said.append(words.restored_after_break if again else words.restored)
    if kept.left_out:
        said.append(words.restored_in_part)
    return (*said, *retired_notices(words, kept.retired))
