"""Pages that are still to be written: who asks for one waits, and it is written next."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

_MOST_SECONDS: Final = 20
"""So long a request waits; then it gets what there is without the page."""


class Unwritten:
    """Addresses in the order of writing, until each has been written once.

    Requests wait on the loop of the server; the pages are written on another thread.
    """

    def __init__(self, addresses: Iterable[str]) -> None:
        self._left = {address: asyncio.Event() for address in addresses}
        self._asked: deque[str] = deque()

    async def written(self, address: str) -> None:
        """Return once a page is written or cannot be, and at once for every other address."""
        if done := self._left.get(address):
            self._asked.append(address)
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), _MOST_SECONDS)

    def in_turn(self, loop: asyncio.AbstractEventLoop) -> Iterator[str]:
        """Each address, first those that are asked for. It counts as written when the next is due.

        Args:
            loop: The server's.
        """
        while self._left:
            address = self._next()
            yield address
            loop.call_soon_threadsafe(self._left.pop(address).set)

    def _next(self) -> str:
        while self._asked:
            address = self._asked.popleft()
            if address in self._left:
                return address
        return next(iter(self._left))
