"""From starting the process until it takes visitors."""

from __future__ import annotations

from tests.bench.report import Part, Result
from tests.bench.server import serve
from tests.bench.setting import APP, Setting

_ROUNDS = 6


def measure(setting: Setting) -> Part:
    """Start both in turn, so that they meet the same machine."""
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(_ROUNDS):
        for script, times in ((setting.bare_app, bare), (APP, ours)):
            with serve(script) as server:
                times.append(server.start_seconds * 1000)
    return Part(
        "Start",
        (Result("Start until healthy", min(ours), min(bare), "ms", "1.1 ×"),),
        (
            "Time on the clock until the server first says that it is healthy: the least of "
            f"{_ROUNDS} starts each, in turn, because other work on the machine can only add.",
        ),
    )
