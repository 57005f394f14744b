"""How many files this process may have open, and how many sockets that is enough for."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

_FOR_A_SOCKET: Final = 4
"""A socket in use is a file itself, and the loop of its session has three."""
_FOR_CLOSED_PAGES: Final = 3 * 128
"""How many sessions of closed pages Streamlit remembers, each with its loop."""
_FOR_THE_REST: Final = 160
"""Requests for pages, sockets that have said nothing, fonts, content."""
_FEWEST: Final = 16
_MOST: Final = 2_000


def most_sockets() -> int:
    """Raise the limit of open files as far as the system lets us; how many sockets fit in it."""
    with suppress(ImportError):  # Windows has no such limit
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft != hard:
            with suppress(ValueError, OSError):  # macOS names a limit that it does not grant
                resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
                soft = hard
        if soft != resource.RLIM_INFINITY:
            room = (soft - _FOR_CLOSED_PAGES - _FOR_THE_REST) // _FOR_A_SOCKET
            return max(_FEWEST, min(_MOST, room))
    return _MOST
