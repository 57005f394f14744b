"""The watchdog: ends the process when the loop of the server stands still.

A process that hangs keeps its port open, so nobody else takes its readers over. Whoever started it
starts it again once it has ended.
"""

from __future__ import annotations

import asyncio
import faulthandler
import socket
from contextlib import suppress
from typing import Final

from aid.ui.server.settings import systemd

MOST_SECONDS: Final = 60
"""A loop that has stood still for so long does not recover."""
_BEAT_SECONDS: Final = 1


async def run_watchdog(
    prepared: asyncio.Event, most: float = MOST_SECONDS, beat: float = _BEAT_SECONDS
) -> None:
    """Beat until it is cancelled.

    The standard library's watchdog ends the process, whatever the interpreter is stuck in, and
    writes the lines of code at which it stood. Where systemd started the process, it hears of each
    beat from the time on when readers can be served.

    Args:
        prepared: Set once readers can be served.
        most: How many seconds without a beat end the process.
        beat: Seconds from beat to beat.
    """
    try:
        while True:
            faulthandler.dump_traceback_later(most, exit=True)
            if prepared.is_set():
                _tell_systemd(b"READY=1\nWATCHDOG=1")
            await asyncio.sleep(beat)
    finally:
        faulthandler.cancel_dump_traceback_later()


def _tell_systemd(state: bytes) -> None:
    """Send a message by systemd's protocol (sd_notify); nothing where systemd does not listen."""
    address = systemd()
    if address is None:
        return
    if address.startswith("@"):  # a name in Linux's own space, in which no file stands for it
        address = f"\0{address[1:]}"
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.sendto(state, address)
