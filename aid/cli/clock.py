"""The date of today: the core takes it as an argument, the command line looks it up."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """Return the date of today in the time zone of this machine."""
    return datetime.now().astimezone().date()
