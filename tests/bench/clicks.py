"""What one click costs the server, on each screen."""

from __future__ import annotations

from typing import Final

from aid.ui.routes import STEPS
from aid.vocabulary import PageId
from tests.bench.report import Part, Result
from tests.bench.server import Server, serve
from tests.bench.setting import APP, CLICKS, COMPARE, Setting
from tests.bench.visitor import Visitor

_ALL_CLICKS: Final = (
    *((page, key, what) for page, (key, what) in CLICKS.items()),
    (COMPARE, "ask.view.list", "another list, so the whole screen"),
)
_ROUNDS = 3
_FIRST_CLICKS = 6
_CLICKS = 30
_BARE_CLICKS = 200


def measure(setting: Setting) -> Part:
    """Click on every screen, and run the bare page, in turn."""
    catalogue = setting.catalogue
    ours: dict[tuple[PageId, str], list[float]] = {}
    bare: list[float] = []
    for _ in range(_ROUNDS):
        with serve(setting.bare_app) as server, Visitor(server.address) as visitor:
            visitor.arrive("")
            bare.append(_click_cpu_ms(server, visitor, None, _BARE_CLICKS))
        with serve(APP) as server, Visitor(server.address) as visitor:
            if catalogue.interface.compare.marked not in visitor.arrive(COMPARE, setting.answers):
                raise RuntimeError("the comparison does not know the answers")
            for page, key, what in _ALL_CLICKS:
                visitor.open(setting.address_of(page))
                cpu = _click_cpu_ms(server, visitor, key, _CLICKS)
                ours.setdefault((page, what), []).append(cpu)
    results = tuple(
        Result(
            f"{page.capitalize()}: {what}",
            min(cpu),
            min(bare),
            "ms",
            "2 ×" if page == COMPARE else "3.5 ×" if page in STEPS else "",
        )
        for (page, what), cpu in ours.items()
    )
    return Part("A click", results, (_NOTE,))


def _click_cpu_ms(server: Server, visitor: Visitor, key: str | None, clicks: int) -> float:
    """The server's processor time for one click, in milliseconds, once its caches are warm."""
    for _ in range(_FIRST_CLICKS):
        visitor.click(key)
    before = server.cpu_seconds()
    for _ in range(clicks):
        visitor.click(key)
    return (server.cpu_seconds() - before) / clicks * 1000


_NOTE = (
    "Processor time of the server for one click of one visitor with the answers given: the mean of "
    f"{_CLICKS} clicks, and the least of {_ROUNDS} such rounds. Each click really changes what it "
    "clicks on. The bare page has nothing to click on: its script is run once more. The work of "
    "the browser is not in it."
)
