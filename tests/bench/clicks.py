"""What one click costs the server, on each screen."""

from __future__ import annotations

from contextlib import ExitStack
from statistics import median
from typing import Final

from tests.bench.report import Part, Result
from tests.bench.server import Server, serve
from tests.bench.setting import APP, CLICKS, COMPARE, Setting
from tests.bench.visitor import Visitor

_ALL_CLICKS: Final = (
    *((page, key, what) for page, (key, what) in CLICKS.items()),
    (COMPARE, "ask.view.listing", "another list, so the whole screen"),
)
_ROUNDS = 9
_FIRST_CLICKS = 6
_CLICKS = 30


def measure(setting: Setting) -> Part:
    """Click on every screen, and run the bare page beside it, in turn."""
    results = []
    with ExitStack() as stack:
        bare_server, our_server = (
            stack.enter_context(serve(script)) for script in (setting.bare_app, APP)
        )
        our_server.settle()
        # Not before: a socket that says nothing for half a minute is closed.
        bare, ours = (
            stack.enter_context(Visitor(server.address)) for server in (bare_server, our_server)
        )
        bare.arrive("")
        if setting.catalogue.interface.compare.marked not in ours.arrive(COMPARE, setting.answers):
            raise RuntimeError("the comparison does not know the answers")
        for page, key, what in _ALL_CLICKS:
            ours.open(setting.address_of(page))
            pairs = [
                (_click_cpu_ms(our_server, ours, key), _click_cpu_ms(bare_server, bare, None))
                for _ in range(_ROUNDS)
            ]
            our_cpu, bare_cpu = (median(times) for times in zip(*pairs, strict=True))
            goal = "2 ×" if page == COMPARE else "3.5 ×"
            results.append(Result(f"{page.capitalize()}: {what}", our_cpu, bare_cpu, "ms", goal))
    return Part("A click", tuple(results), (_NOTE,))


def _click_cpu_ms(server: Server, visitor: Visitor, key: str | None) -> float:
    """The server's processor time for one click, in milliseconds, once its caches are warm."""
    for _ in range(_FIRST_CLICKS):
        visitor.click(key)
    before = server.cpu_seconds()
    for _ in range(_CLICKS):
        visitor.click(key)
    return (server.cpu_seconds() - before) / _CLICKS * 1000


_NOTE = (
    "Processor time of the server for one click of one visitor with the answers given: the mean of "
    f"{_CLICKS} clicks, and the median of {_ROUNDS} such rounds. After each round comes one of the "
    "bare page, so that both meet the machine in the same mood. Each click really changes what it "
    "clicks on. The bare page has nothing to click on: its script is run once more. The work of "
    "the browser is not in it."
)
