"""A copy of the answers in the reader's tab.

The copy is in the browser's session storage, which belongs to one tab. The tab brings it along
when its socket opens, so that a session has it before it draws anything.
"""

from __future__ import annotations

import gc
from typing import TypeVar

from aid.answers.file import Kept, copy_json
from aid.answers.model import Answers
from aid.answers.retired import retired_notices
from aid.answers.salvage import salvage_answers
from aid.ui import runtime
from aid.ui.browser import tab
from aid.ui.server import brought_along
from aid.ui.server.brought import UnleftWords
from aid.ui.server.settings import settings
from aid.ui.session import actions, record, recovery, unleft_words, widgets

Said = TypeVar("Said")


def to_keep() -> dict[str, object]:
    """What the tab should keep, and what this session has taken in of what it sent."""
    keeps = not settings().shared_device
    return {
        "session": record.current().page_socket,
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

    The same run takes in whatever it sent before that number. After everything was cleared, the
    number takes the place of the last message that said something of the reader.
    """
    number = getattr(widgets.value(tab.KEY), "asked", None)
    if isinstance(number, int):
        record.current().asked = number
    if record.current().is_to_collect:
        record.current().is_to_collect = False
        gc.collect()  # earlier runs left texts in objects that refer to each other
    return ("foot",)


def bring_back() -> None:
    """In a session's first run, before anything is drawn: take in what the tab has brought."""
    session = record.current()
    if session.opening is None or session.opening.is_taken_in:
        return
    came = brought_along.fetch()
    session.page_socket, session.is_copy_blocked = came.number, came.blocked
    # The page's own buttons must be there again, for a press on one of them to be carried out.
    record.visit().is_ordering = came.orders
    shared = settings().shared_device
    answers = "" if shared else came.answers
    # What is written on this very screen, its box still has, and perhaps more by now.
    unleft = None if shared or came.words is None or came.words.key in came.touched else came.words
    has_copy = bool(answers or unleft)
    recovery.begin_from(is_open=came.again, has_copy=has_copy, touched=came.touched)
    words = runtime.catalogue().interface.keep
    said: list[str] = []
    if has_copy:
        said.extend(_take_in(answers, unleft, again=came.again))
    else:
        if came.again or came.reloaded:
            said.append(words.nothing_kept_shared if shared else words.nothing_kept)
        said.append(where_kept("", "", words.where_no_copy))
    record.set_notices(*filter(None, said))


def _take_in(answers: str, unleft: UnleftWords | None, *, again: bool) -> tuple[str, ...]:
    """Take in the copy and the words that are newer; what the reader is told of it."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.keep
    kept = Kept(Answers())
    if answers:
        kept = salvage_answers(answers, catalogue.question_by_id, catalogue.retired)
        record.load(kept.answers)
    if unleft:
        unleft_words.take_in(unleft.key, unleft.text, unleft.before)
    said = []
    if record.answers() != Answers():
        said.append(words.restored_after_break if again else words.restored)
    if kept.left_out:
        said.append(words.restored_in_part)
    return (*said, *retired_notices(words, kept.retired))
