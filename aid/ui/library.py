"""What the screens share: the content, loaded and checked once per process, and today's date."""

from __future__ import annotations

import gc
from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from aid.catalogue.catalogue import Catalogue
from aid.checks import load_checked_catalogue


@cache
def catalogue() -> Catalogue:
    """The content. The same immutable value for every session of this process."""
    loaded = load_checked_catalogue()
    # It lasts as long as the process. To look through it again at each clean-up of memory would
    # hold up every reader for some 60 ms.
    gc.freeze()
    return loaded


def today() -> date:
    """The reader's calendar date: in the time zone of their browser, where it told it."""
    try:
        zone = ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return datetime.now(UTC).date()
    return datetime.now(zone).date()
