"""Many visitors at once, in one process that spends little itself."""

from __future__ import annotations

import asyncio
import math
import random
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple, Self

from websockets.asyncio.client import ClientConnection, connect

from tests.bench.tab import Tab
from tests.bench.visitor import STREAMLIT, stream

_AT_ONCE = 8
_SEED = 2026


class Load(NamedTuple):
    """What a crowd met in a stretch of time, in seconds."""

    answer_seconds: list[float]
    """From each click until the last message of its run was read, in rising order."""

    wall_seconds: float
    server_cpu_seconds: float
    crowd_cpu_seconds: float

    def answered_within(self, share: float) -> float:
        """The time within which a share of the clicks was answered, in seconds."""
        return self.answer_seconds[math.ceil(share * len(self.answer_seconds)) - 1]


class Member:
    """One visitor of many, who waits for an answer without keeping the others waiting."""

    def __init__(self, address: str, socket: ClientConnection) -> None:
        self.tab = Tab(address)
        self._socket = socket

    @classmethod
    async def connect(cls, address: str, source: str = "") -> Self:
        """Open a tab on a server, from an address of this machine where one is given."""
        socket = await connect(
            stream(address),
            subprotocols=[STREAMLIT],
            max_size=None,
            compression=None,
            open_timeout=60,
            ping_interval=None,
            proxy=None,
            local_addr=(source, 0) if source else None,
        )
        return cls(address, socket)

    async def arrive(self, page: str, answers: str) -> None:
        """Open the first screen of a visit, with the answers that the tab had kept, if any."""
        if answers:  # as with one visitor
            await self._socket.send(self.tab.brings(answers))
        await self.open(page)

    async def open(self, page: str) -> None:
        """Go to a screen."""
        await self._run(self.tab.go(page))

    async def click(self, key: str | None) -> float:
        """Click on a widget, or ask for a run where there is none; return how long it took."""
        start = time.perf_counter()
        await self._run(self.tab.flip(key) if key else self.tab.rerun())
        return time.perf_counter() - start

    async def leave(self) -> None:
        """Close the tab."""
        await self._socket.close()

    async def _run(self, request: bytes) -> None:
        await self._socket.send(request)
        while not self.tab.take(await self._socket.recv(decode=False)):
            pass


async def gather(
    address: str, count: int, page: str, answers: str, sources: Sequence[str] = ()
) -> list[Member]:
    """Let many visitors arrive on a screen, a few at a time.

    Args:
        address: Of the server.
        count: How many.
        page: The screen.
        answers: What each brings along.
        sources: The address that each comes from; without them all share one.
    """
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(source: str) -> Member:
        async with gate:
            member = await Member.connect(address, source)
            await member.arrive(page, answers)
            return member

    return list(await asyncio.gather(*map(one, sources or [""] * count)))


async def disperse(members: list[Member]) -> None:
    """Let all of them leave."""
    await asyncio.gather(*(member.leave() for member in members))


async def click_for(
    cpu_seconds: Callable[[], float],
    members: Sequence[Member],
    key: str | None,
    *,
    every: float,
    seconds: float,
) -> Load:
    """Let each member click again and again.

    Args:
        cpu_seconds: Returns the processor time that their server has used so far.
        members: Who clicks.
        key: The widget; where there is none, the script is run once more.
        every: The mean time from one click of a visitor to their next one. Each time is drawn
            between half of it and one and a half, the same times in every measurement. A late
            answer puts off no click but one that was due before it.
        seconds: How long new clicks are made.
    """
    chance = random.Random(_SEED)
    answers: list[float] = []
    start = time.perf_counter()
    server_cpu, crowd_cpu = cpu_seconds(), time.process_time()

    async def one(member: Member, pauses: random.Random) -> None:
        due = start + pauses.uniform(0, every)
        while due < start + seconds:
            await asyncio.sleep(max(0, due - time.perf_counter()))
            answers.append(await member.click(key))
            due += pauses.uniform(every / 2, every * 3 / 2)

    await asyncio.gather(*(one(member, random.Random(chance.random())) for member in members))
    return Load(
        sorted(answers),
        time.perf_counter() - start,
        cpu_seconds() - server_cpu,
        time.process_time() - crowd_cpu,
    )
