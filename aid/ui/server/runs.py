"""Runs of the script: few at a time, so that the server's own work and short runs are not starved.

Streamlit begins a run for each session that asks, in a thread of its own. With dozens of them at
once, each gets a small share of the processor, and so does the one that everybody's messages need.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Final, TypeAlias

AT_ONCE: Final = 4

_Places: TypeAlias = dict[str, deque["asyncio.Future[None]"]]


class Runs:
    """Lets a run begin when its turn has come: each address in turn, and those in a hurry last."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._free = at_once
        self._patient: _Places = {}
        self._hurried: _Places = {}

    @property
    def is_crowded(self) -> bool:
        """Whether any run has to wait."""
        return bool(self._patient or self._hurried)

    async def begin(self, address: str, *, hurried: bool) -> None:
        """Wait for the turn of a run; ``end`` has to follow.

        Args:
            address: Who asks for it.
            hurried: Whether they ask again and again without waiting for an answer.
        """
        if self._free and not self.is_crowded:
            self._free -= 1
            return
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        waiting = self._hurried if hurried else self._patient
        waiting.setdefault(address, deque()).append(place)
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():
                self.end()
            raise

    def end(self) -> None:
        """Give the place of a run to the next one."""
        place = _next(self._patient) or _next(self._hurried)
        if place:
            place.set_result(None)
        else:
            self._free += 1


def _next(waiting: _Places) -> asyncio.Future[None] | None:
    while waiting:
        address = next(iter(waiting))
        places = waiting.pop(address)
        place = places.popleft()
        if places:
            waiting[address] = places  # behind the other addresses
        if not place.done():
            return place
    return None
