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
    """Lets a run begin when its turn has come: each address in turn, and those in a hurry last.

    Of those in a hurry one runs at a time, so that most of the processor is left to the others.
    """

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._free = at_once
        self._one_hurries = False
        self._patient: _Places = {}
        self._hurried: _Places = {}

    @property
    def is_crowded(self) -> bool:
        """Whether anybody who is not in a hurry has to wait."""
        return bool(self._patient)

    async def begin(self, address: str, *, hurried: bool) -> None:
        """Wait for the turn of a run; ``end`` has to follow.

        Args:
            address: Who asks for it.
            hurried: Whether they ask again and again without waiting for an answer.
        """
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        waiting = self._hurried if hurried else self._patient
        waiting.setdefault(address, deque()).append(place)
        self._let_in()
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():
                self.end(hurried=hurried)
            raise

    def end(self, *, hurried: bool) -> None:
        """Give the place of a run to the next one.

        Args:
            hurried: What its ``begin`` was told.
        """
        self._free += 1
        if hurried:
            self._one_hurries = False
        self._let_in()

    def _let_in(self) -> None:
        while self._free and (place := _next(self._patient)):
            self._free -= 1
            place.set_result(None)
        if self._free and not self._one_hurries and (place := _next(self._hurried)):
            self._free -= 1
            self._one_hurries = True
            place.set_result(None)


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
