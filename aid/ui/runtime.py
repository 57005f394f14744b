"""What the screens share: the content, loaded and checked once per process, and today's date."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from aid.catalogue.files import LANGUAGE

if TYPE_CHECKING:
    from aid.catalogue.catalogue import Catalogue

_ONE_AT_A_TIME = Lock()


def catalogue(language: str = LANGUAGE) -> Catalogue:
    """The content in one language: the same immutable value for every session of this process."""
    # The first reader waits for what is being loaded rather than loading it again.
    with _ONE_AT_A_TIME:
        return _loaded(language)


@cache
def _loaded(language: str) -> Catalogue:
    from aid.checks import load_checked_catalogue  # the start does not wait for it

    return load_checked_catalogue(language=language)


def today() -> date:
    """The reader's calendar date: in the time zone of their browser, where it reports one."""
    try:
        zone = ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a folder of zones, such as Etc
        return datetime.now(UTC).date()
    return datetime.now(zone).date()
