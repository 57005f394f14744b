"""How many people click before they have to wait: more and more of them, until it is too many."""

from __future__ import annotations

import asyncio
import ipaddress
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from websockets.exceptions import WebSocketException

from tests.bench.crowd import Load, Member, click_for, disperse, gather
from tests.bench.report import Part, Result
from tests.bench.server import Server, serve
from tests.bench.setting import APP, CLICKS, COMPARE, Setting
from tests.conftest import free_port
from tests.fleet import is_healthy, write_nginx

_PROCESSES: Final = {"one process": 1, "four processes behind nginx": 4}
_FIRST: Final = 100
_MOST: Final = 2_000
"""More are not tried: a process lets no more sockets in."""
_EVERY_SECONDS: Final = 2
_SECONDS: Final = 8
_WAIT_SECONDS: Final = 1
_SHARE: Final = 0.95
_SOURCES: Final = ipaddress.IPv4Address("127.1.0.1")
"""Each person has an address of their own: of one address the aid takes in only so much."""


class _Place(NamedTuple):
    """Where a crowd comes in: one process, or nginx before several."""

    address: str
    processes: tuple[Server, ...]

    def cpu_seconds(self) -> float:
        return sum(process.cpu_seconds() for process in self.processes)


class _Found(NamedTuple):
    """What a place holds."""

    people: int
    """The most that were tried and did not have to wait."""

    last: str
    """What was seen with the fewest that were too many, in words."""


def next_number(held: int, too_many: int | None, most: int = _MOST) -> int | None:
    """How many people to try next; ``None`` where the most that a server holds is known well.

    Twice as many until they are too many, then the middle, until an eighth makes no difference.

    Args:
        held: The most that did not have to wait; 0 before the first try.
        too_many: The fewest that had to, if any.
        most: How many are tried at most.
    """
    if too_many is None:
        wanted = min(held * 2 or _FIRST, most)
        return wanted if wanted > held else None
    return (held + too_many) // 2 if too_many - held > max(held, 8) / 8 else None


def measure(setting: Setting) -> Part:
    """Let crowds grow before both servers, one after the other."""
    results, notes = [], [_NOTE]
    for said, count in _PROCESSES.items():
        bare = _found(setting.bare_app, count, "", None, "")
        ours = _found(APP, count, COMPARE, CLICKS[COMPARE][0], setting.answers)
        results.append(Result(f"People, {said}", ours.people, bare.people, "people"))
        notes.append(f"{said.capitalize()}: {ours.last}; on the bare page {bare.last}.")
    return Part("How many people until they wait", tuple(results), tuple(notes))


def _found(script: Path, count: int, page: str, key: str | None, answers: str) -> _Found:
    with _place(script, count) as place:
        return asyncio.run(_grow(place, page, key, answers))


async def _grow(place: _Place, page: str, key: str | None, answers: str) -> _Found:
    members: list[Member] = []
    held, too_many, last = 0, None, f"more than {_MOST:,} were not tried"
    while (number := next_number(held, too_many)) is not None:
        try:
            new = [str(_SOURCES + place) for place in range(len(members), number)]
            if new:
                members += await gather(place.address, len(new), page, answers, new)
            load = await click_for(
                place.cpu_seconds, members[:number], key, every=_EVERY_SECONDS, seconds=_SECONDS
            )
        except (WebSocketException, OSError):
            too_many, last = number, f"{number:,} people were not let in"
            break  # those who were sent away cannot click again
        if load.answered_within(_SHARE) <= _WAIT_SECONDS:
            held = number
        else:
            too_many, last = number, _seen(number, load)
    await disperse(members)
    return _Found(held, last)


def _seen(number: int, load: Load) -> str:
    server, crowd = (
        f"{seconds / load.wall_seconds:.0%}"
        for seconds in (load.server_cpu_seconds, load.crowd_cpu_seconds)
    )
    return (
        f"with {number:,} people p95 is {load.answered_within(_SHARE):.1f} s; the processes use "
        f"{server} of one core and the crowd itself {crowd}"
    )


@contextmanager
def _place(script: Path, count: int) -> Iterator[_Place]:
    with ExitStack() as stack:
        processes = tuple(stack.enter_context(serve(script)) for _ in range(count))
        for process in processes:
            process.settle()
        if count == 1:
            yield _Place(processes[0].address, processes)
            return
        folder, port = Path(stack.enter_context(TemporaryDirectory())), free_port()
        ports = [int(process.address.rpartition(":")[2]) for process in processes]
        nginx = subprocess.Popen(
            write_nginx(folder, port, ports),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            while not is_healthy(f"127.0.0.1:{port}"):
                time.sleep(0.1)
            yield _Place(f"127.0.0.1:{port}", processes)
        finally:
            nginx.terminate()
            nginx.wait()


_NOTE: Final = (
    f"The most people of whom {_SHARE:.0%} of the clicks are answered within {_WAIT_SECONDS} "
    f"second. Each clicks every {_EVERY_SECONDS} seconds on average, which leaves them no time to "
    f"look and think; each number of people clicks for {_SECONDS} seconds. There are "
    "twice as many each time, and once they have to wait, the middle is tried, until an eighth "
    "more or less is known. More is better. The crowd, which is one process of websocket "
    "visitors without browsers, and nginx share the machine's cores with the servers: on a "
    "machine of its own a server holds more."
)
