"""How much of a core one reader's visit costs, and how many readers a day that makes.

``python -m tests.capacity`` measures processor time of one server process: a first visit's files, a
walk through the screens with the answers of the example, and the sheet. Processor time does not
depend on what else the machine does, within a few in a hundred.
"""

from __future__ import annotations

import http.client
import json
import sys
from collections.abc import Callable
from typing import Final

from aid.answers.example import example_answers
from aid.answers.file import copy_json
from aid.catalogue.ids import PageId
from aid.ui.server.streamlit_files import named_in_page
from tests.bench.server import Server, serve
from tests.bench.setting import APP, CLICKS
from tests.bench.visitor import Visitor

_VISITS: Final = 20
_CLICKS_A_SCREEN: Final = 4
_SCREENS: Final[tuple[PageId, ...]] = (
    "scars",
    "time",
    "priorities",
    "health",
    "compare",
    "sheet",
)
_BUSY: Final = 0.6
"""A core is not filled further, so that a crowd in one minute finds room."""
_PEAK: Final = 0.15
"""The share of a day's readers in its busiest hour; a tenth is usual, this is a bad day."""


def files(server: Server) -> None:
    """The page, and what it names, as a browser that has nothing yet asks for it."""
    connection = http.client.HTTPConnection(server.address, timeout=60)
    for path in ("/", *named_in_page()):
        connection.request("GET", path, headers={"Accept-Encoding": "gzip, br", "Accept": "*/*"})
        connection.getresponse().read()
    connection.close()


def screens(server: Server) -> None:
    """A walk through the screens, with some clicks on each."""
    with Visitor(server.address) as visitor:
        visitor.arrive("", copy_json(example_answers()))
        for page in _SCREENS:
            visitor.open(page)
            for _ in range(_CLICKS_A_SCREEN):
                visitor.click(CLICKS[page][0])


def sheet(server: Server, number: int = 0) -> None:
    """One sheet that nobody has made before: Typst remembers what it has set."""
    answers = example_answers().with_values(notes=f"Visit {number}.")
    order = {"answers": copy_json(answers), "paper": "a4", "day": "2026-11-30", "language": "en"}
    connection = http.client.HTTPConnection(server.address, timeout=60)
    kind = {"Content-Type": "application/json"}
    connection.request("POST", "/files/pdf", json.dumps(order), kind)
    assert connection.getresponse().read().startswith(b"%PDF")


def cost_ms(server: Server, do: Callable[[int], None]) -> float:
    """Processor time of the server for one of many, in milliseconds."""
    for number in range(3):  # what is made for the first
        do(-1 - number)
    before = server.cpu_seconds()
    for number in range(_VISITS):
        do(number)
    return (server.cpu_seconds() - before) / _VISITS * 1000


def main() -> int:
    """Measure and print.

    Returns:
        The exit status.
    """
    with serve(APP) as server:
        server.settle()
        parts = {
            "files of a first visit": cost_ms(server, lambda _: files(server)),
            f"{len(_SCREENS) + 1} screens, {_CLICKS_A_SCREEN * len(_SCREENS)} clicks": cost_ms(
                server, lambda _: screens(server)
            ),
            "one sheet as PDF": cost_ms(server, lambda number: sheet(server, number)),
        }
        memory = server.memory_bytes() / 2**20
    visit = sum(parts.values())
    for name, cost in parts.items():
        print(f"| {name} | {cost:.0f} ms |")
    print(f"| a visit | {visit:.0f} ms |")
    print(f"memory of the process at the end: {memory:.0f} MiB")
    hour = 3600 * _BUSY * 1000 / visit
    print(f"one core at {_BUSY:.0%}: {hour:,.0f} visits an hour, {hour / _PEAK:,.0f} a day")
    for readers in (10_000, 1_000_000):
        print(f"{readers:,} a day: {readers * _PEAK / hour:.1f} cores in the busiest hour")
    return 0


if __name__ == "__main__":
    sys.exit(main())
