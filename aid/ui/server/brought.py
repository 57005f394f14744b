"""What a tab brings along when its socket opens, for the first run of a new session."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from aid.ui.server.messages import NOT_OURS, TOO_LARGE, RefusedError

MOST_CHARACTERS: Final = 1_000_000
"""Room for the answers that a tab may keep, twice quoted."""

_MOST_TOUCHED: Final = 500
_ClassName = Annotated[str, Field(max_length=200)]


class UnleftWords(BaseModel):
    """The words of a box that was not left yet.

    Attributes:
        key: The class name of the box.
        text: The words, or an empty text where the box was emptied.
        before: What the box held when it was last among the answers.
    """

    model_config = ConfigDict(frozen=True)

    key: _ClassName
    text: str
    before: str = ""  # a page that is open over an update may not say it


class Brought(BaseModel):
    """What a tab brings along.

    Attributes:
        number: The tab's number for this socket; told back once the session has begun.
        answers: Its copy of the answers, or an empty text.
        words: The last words that may not be in the copy yet.
        again: Whether the page was open already: a server lost its session, not the reader.
        reloaded: Whether the reader has loaded the page again.
        blocked: Whether the browser lets the tab keep nothing.
        orders: Whether the questions of the sheet show their ways up and down.
        touched: Class names of the widgets that the reader has touched on this screen.
    """

    model_config = ConfigDict(frozen=True)

    number: int = 0
    answers: str = ""
    words: UnleftWords | None = None
    again: bool = False
    reloaded: bool = False
    blocked: bool = False
    orders: bool = False
    touched: Annotated[frozenset[_ClassName], Field(max_length=_MOST_TOUCHED)] = frozenset()


def read_brought(text: str) -> Brought:
    """Read what a tab brings along, which comes as a text before all messages.

    Raises:
        RefusedError: It is nothing that the aid's pages bring, or it is too large.
    """
    if len(text) > MOST_CHARACTERS:
        raise RefusedError(TOO_LARGE)
    try:
        return Brought.model_validate_json(text)
    except ValidationError:
        raise RefusedError(NOT_OURS) from None
