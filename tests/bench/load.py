"""How long people wait when many of them click."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.bench.crowd import Load, click_for, disperse, gather
from tests.bench.report import Part, Result
from tests.bench.server import serve
from tests.bench.setting import APP, CLICKS, COMPARE, Setting

_GOALS = {100: "20 ms", 200: "20 ms"}
_EVERY_SECONDS = 5
_SECONDS = 20


def measure(setting: Setting) -> Part:
    """Let the same crowd click on both servers, one after the other."""
    results, notes = [], [_NOTE]
    for count, goal in _GOALS.items():
        bare = _load(setting.bare_app, count, "", None, "")
        ours = _load(APP, count, COMPARE, CLICKS[COMPARE][0], setting.answers)
        for share, wanted in ((0.5, ""), (0.95, goal)):
            results.append(
                Result(
                    f"{count} people, p{share * 100:.0f}",
                    ours.answered_within(share) * 1000,
                    bare.answered_within(share) * 1000,
                    "ms",
                    wanted,
                )
            )
        notes.append(
            f"{count} people: {len(ours.answer_seconds)} clicks; the server used "
            f"{_share(ours.server_cpu_seconds, ours)} of one core and the crowd itself "
            f"{_share(ours.crowd_cpu_seconds, ours)}; on the bare page "
            f"{_share(bare.server_cpu_seconds, bare)} and {_share(bare.crowd_cpu_seconds, bare)}."
        )
    return Part("Many people on Compare", tuple(results), tuple(notes))


def _share(cpu_seconds: float, load: Load) -> str:
    return f"{cpu_seconds / load.wall_seconds:.0%}"


def _load(script: Path, count: int, page: str, key: str | None, answers: str) -> Load:
    with serve(script) as server:

        async def visit() -> Load:
            members = await gather(server.address, count, page, answers)
            load = await click_for(
                server.cpu_seconds, members, key, every=_EVERY_SECONDS, seconds=_SECONDS
            )
            await disperse(members)
            return load

        return asyncio.run(visit())


_NOTE = (
    f"One process. Each person has the answers given and switches the view every {_EVERY_SECONDS} "
    f"seconds on average, for {_SECONDS} seconds, at moments that are spread out by chance, the "
    "same in every run. Time on the clock from the click until the last message of its run was "
    "read. The crowd shares the machine with the server."
)
