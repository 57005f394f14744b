"""Who is connected: how many sockets each address has, and how fast they may speak.

An address stands for whoever is behind it, such as a clinic with sixty readers, so what it may do
is generous. It is held in memory alone, until a minute after it was last heard of.
"""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from aid.ui.server.pace import Pace

MOST_SILENT: Final = 200
"""How many sockets of one address may have said nothing; for one more, the oldest is closed."""
MOST_SPEAKING: Final = 300
"""How many sockets of one address may be in use: sixty readers with five tabs each."""

_FORGET_SECONDS: Final = 60
_NETWORK: Final = 64
"""One reader has a whole IPv6 network to choose addresses from."""


@dataclass
class Address:
    """What one address has open, and how fast it may go on."""

    name: str
    silent: dict[asyncio.Future[None], None] = field(default_factory=dict)
    """Of each socket that has said nothing, the oldest first: set to have it closed."""
    speaking: int = 0
    arrivals: Pace = field(default_factory=lambda: Pace(at_once=MOST_SPEAKING, per_second=10))
    messages: Pace = field(default_factory=lambda: Pace(at_once=600, per_second=150))
    files: Pace = field(default_factory=lambda: Pace(at_once=60, per_second=2))
    forgotten: asyncio.TimerHandle | None = None
    """When it is to be forgotten."""

    @property
    def is_full(self) -> bool:
        """Whether no socket of it may begin to speak."""
        return self.speaking >= MOST_SPEAKING

    @contextmanager
    def waits(self) -> Iterator[asyncio.Future[None]]:
        """Count a socket that has said nothing yet, and yield what is set when it has to go."""
        goes: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.silent[goes] = None
        if len(self.silent) > MOST_SILENT:
            oldest = next(iter(self.silent))
            del self.silent[oldest]
            oldest.set_result(None)
        try:
            yield goes
        finally:
            self.silent.pop(goes, None)
            goes.cancel()


class Visitors:
    """Everybody who is connected to this process."""

    def __init__(self, most_speaking: int) -> None:
        self._most = most_speaking
        self._by_name: dict[str, Address] = {}

    def address(self, host: str) -> Address:
        """What is known of an address."""
        name = _name(host)
        return self._by_name.setdefault(name, Address(name))

    def has_room(self, host: str) -> bool:
        """Whether one more socket of an address may begin to speak."""
        there = self._by_name.get(_name(host))
        return not (there and there.is_full) and self._speaking() < self._most

    @contextmanager
    def speaks(self, address: Address) -> Iterator[None]:
        """Count a socket in use."""
        address.speaking += 1
        try:
            yield
        finally:
            address.speaking -= 1

    def leave(self, host: str) -> None:
        """Forget an address in a minute, unless it is heard of again: it would start afresh."""
        address = self.address(host)
        if address.forgotten:
            address.forgotten.cancel()
        loop = asyncio.get_running_loop()
        address.forgotten = loop.call_later(_FORGET_SECONDS, self._forget, address)

    def _speaking(self) -> int:
        return sum(address.speaking for address in self._by_name.values())

    def _forget(self, address: Address) -> None:
        if not address.silent and not address.speaking:
            self._by_name.pop(address.name, None)


def _name(host: str) -> str:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.version == 4:
        return host
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, _NETWORK), strict=False))
