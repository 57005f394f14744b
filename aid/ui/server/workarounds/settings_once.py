"""Each run works the settings out again for the message that it begins with.

Fault: the theme's six sections and the settings for the browser are read, checked and put into a
message for every run. They cannot change while the server runs, and cost as much as a small click.
Seen in: Streamlit 1.67.0.
Upstream: none found.
Test: tests/unit/ui/server/test_settings_once.py.
Delete when: a run begins without them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from google.protobuf.message import Message
from streamlit.runtime import app_session

POPULATE: Final = ("_populate_theme_msg", "_populate_config_msg")


def mend() -> None:
    """Work each part of the message out once."""
    for name in POPULATE:
        setattr(app_session, name, _once(getattr(app_session, name)))


def _once(populate: Callable[..., None]) -> Callable[..., None]:
    made: dict[tuple[Any, ...], Message] = {}

    def populate_once(message: Message, *section: Any) -> None:
        if section not in made:
            fresh = type(message)()
            populate(fresh, *section)
            made[section] = fresh
        if made[section].ListFields():  # a part that has nothing to say stays away
            message.MergeFrom(made[section])

    return populate_once
