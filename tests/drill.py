"""A drill: readers go on ticking while the processes behind nginx are restarted, killed and frozen.

``python -m tests.drill`` takes minutes and prints what readers met. Nobody may lose an answer: what
a reader has ticked and seen is there again after each break, from the copy in their tab.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from aid.catalogue.ids import CONCERN_IDS
from tests.bench.crowd import Member
from tests.bench.visitor import COPY, STREAMLIT, stream
from tests.changed_app import break_at, copied_app
from tests.conftest import ROOT
from tests.fleet import Fleet, running_fleet

_SCREEN: Final = "priorities"
_KEYS: Final = tuple(f"ask.concerns.{concern}" for concern in CONCERN_IDS[:4])
_TITLE, _NEWER_TITLE = "What matters to you", "What counts for you"
_PAUSE_SECONDS: Final = 0.3
_AGAIN_SECONDS: Final = 0.2


@dataclass
class Report:
    """What readers met."""

    clicks: int = 0
    breaks: int = 0
    files: int = 0
    longest_seconds: float = 0
    """The longest wait for an answer, with the reconnection that may be in it."""
    lost: list[str] = field(default_factory=list)
    """Answers that were not there any more, and requests that failed."""


class Reader:
    """Ticks and unticks concerns; the tab keeps the copy that the server sends."""

    def __init__(self, address: str, number: int, report: Report) -> None:
        self._address, self._number, self._report = address, number, report
        self._copy = ""
        self._ticked: dict[str, bool] = dict.fromkeys(_KEYS, False)
        self.has_clicked = asyncio.Event()

    async def read(self, over: asyncio.Event) -> None:
        """Go on until it is over; then look once more at what is there."""
        member = await self._come()
        turn = self._number
        while not over.is_set():
            key = _KEYS[turn % len(_KEYS)]
            began = time.monotonic()
            member = await self._click(member, key)
            self._report.longest_seconds = max(
                self._report.longest_seconds, time.monotonic() - began
            )
            self._report.clicks += 1
            self.has_clicked.set()
            if turn % 10 == 0:
                await self._take_sheet()
            turn += 1
            await asyncio.sleep(_PAUSE_SECONDS)
        await member.leave()
        member = await self._come()
        await member.leave()

    async def _click(self, member: Member, key: str) -> Member:
        """Tick or untick; after a break, connect again and press once more, as a reader would."""
        wanted = not self._ticked[key]
        while True:
            try:
                if member.tab.value(key) != wanted:
                    await member.click(key)
                self._copy = member.tab.given(COPY).get("answers", self._copy)
                self._ticked[key] = wanted
                return member
            except (OSError, WebSocketException):
                self._report.breaks += 1
                member = await self._come()

    async def _come(self) -> Member:
        """Open the screen, with the copy that the tab has; look whether all answers are there."""
        while True:
            try:
                socket = await connect(
                    stream(self._address),
                    subprotocols=[STREAMLIT],
                    user_agent_header=f"Reader/{self._number}",
                    max_size=None,
                    compression=None,
                    proxy=None,
                )
                member = Member(self._address, socket)
                await member.arrive(_SCREEN, self._copy)
            except (OSError, WebSocketException):
                await asyncio.sleep(_AGAIN_SECONDS)
                continue
            there = {key: bool(member.tab.value(key)) for key in _KEYS}
            if there != self._ticked:
                self._report.lost.append(f"reader {self._number}: {self._ticked} became {there}")
            return member

    async def _take_sheet(self) -> None:
        """Have a sheet made, by whichever process; it must hold the answers."""
        order = {"answers": self._copy, "paper": "a4", "day": "2026-11-30", "language": "en"}
        # All readers have one address here, which may be told to come again in a moment.
        while (said := await asyncio.to_thread(_posted, self._address, json.dumps(order))) == "429":
            await asyncio.sleep(_AGAIN_SECONDS)
        self._report.files += 1
        if said != "200":
            self._report.lost.append(f"reader {self._number}: a sheet came with {said}")


def _posted(address: str, body: str) -> str:
    """What came of asking for a sheet: the status, or what went wrong."""
    connection = http.client.HTTPConnection(address, timeout=200)
    headers = {"Content-Type": "application/json", "Origin": f"http://{address}"}
    try:
        connection.request("POST", "/files/txt", body, headers)
        answer = connection.getresponse()
        return str(answer.status) if answer.read() else "nothing"
    except (OSError, http.client.HTTPException) as error:
        return repr(error)
    finally:
        connection.close()


def restart_each(fleet: Fleet) -> None:
    """Each process in turn gives way to a new one."""
    for port in fleet.ports:
        fleet.restart(port)


def update_each(fleet: Fleet) -> None:
    """A version with other words and another style takes over, and this one once more."""
    newer = copied_app(fleet.folder / "newer")
    break_at(newer, "content/en/pages.toml", _TITLE, _NEWER_TITLE)
    with (newer / "aid/ui/style/base.css").open("a", encoding="utf-8") as style:
        style.write("\n.newer { color: inherit; }\n")
    for version, title in ((newer, _NEWER_TITLE), (ROOT, _TITLE)):
        fleet.install(version)
        for port in fleet.ports:
            fleet.restart(port)
            _await_title(title, f"127.0.0.1:{port}")


def _await_title(title: str, address: str) -> None:
    """Return once a process has written its pages; they must be of the right version."""
    deadline = time.monotonic() + 60
    while f">{title}</h1>" not in (page := _page(address)):
        assert "</h1>" not in page, "the other version goes on"
        assert time.monotonic() < deadline, page
        time.sleep(_AGAIN_SECONDS)


def _page(address: str) -> str:
    connection = http.client.HTTPConnection(address, timeout=60)
    try:
        connection.request("GET", f"/{_SCREEN}", headers={"Accept": "text/html"})
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def kill_one(fleet: Fleet) -> None:
    """A process ends without a word, as where memory runs out."""
    ended = fleet.send(fleet.ports[0], signal.SIGKILL)
    fleet.await_health(fleet.ports[0], unlike=ended)


def freeze_each(fleet: Fleet, seconds: float = 5) -> None:
    """Each process in turn stands still, and is ended after a while, as systemd does it."""
    for port in fleet.ports:
        frozen = fleet.send(port, signal.SIGSTOP)
        time.sleep(seconds)
        fleet.send(port, signal.SIGKILL)
        fleet.await_health(port, unlike=frozen)


def slow_one(fleet: Fleet, seconds: float = 10) -> None:
    """A process gets a fifth of the time that it needs."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        fleet.send(fleet.ports[0], signal.SIGSTOP)
        time.sleep(0.4)
        fleet.send(fleet.ports[0], signal.SIGCONT)
        time.sleep(0.1)


TROUBLES: Final[dict[str, Callable[[Fleet], None]]] = {
    "each updated in turn, and back": update_each,
    "one killed": kill_one,
    "each frozen in turn, then ended": freeze_each,
    "one slow": slow_one,
}


def drill(fleet: Fleet, trouble: Callable[[Fleet], None], readers: int) -> Report:
    """Let readers read; once each has had an answer, there is trouble."""
    report = Report()

    async def all_readers() -> None:
        over = asyncio.Event()
        people = [Reader(fleet.listen, number, report) for number in range(readers)]
        reading = [asyncio.create_task(person.read(over)) for person in people]
        for person in people:
            await person.has_clicked.wait()
        await asyncio.to_thread(trouble, fleet)
        await asyncio.sleep(1)
        over.set()
        await asyncio.gather(*reading)

    asyncio.run(all_readers())
    return report


def main() -> int:
    """Drill every trouble, one after the other, with forty readers and three processes.

    Returns:
        0 where nobody lost anything.
    """
    lost: list[str] = []
    with (
        tempfile.TemporaryDirectory(prefix="drill-") as folder,
        running_fleet(Path(folder), count=3) as fleet,
    ):
        print("| trouble | clicks | breaks | sheets | longest wait | lost |")
        print("| --- | ---: | ---: | ---: | ---: | ---: |")
        for name, trouble in TROUBLES.items():
            report = drill(fleet, trouble, readers=40)
            lost += report.lost
            print(
                f"| {name} | {report.clicks} | {report.breaks} | {report.files} | "
                f"{report.longest_seconds:.1f} s | {len(report.lost)} |",
                flush=True,
            )
    print(*lost, sep="\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
