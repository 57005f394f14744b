"""Whether memory grows while visitors come and go for a long time."""

from __future__ import annotations

import asyncio
import statistics
import time
from dataclasses import dataclass, field

from aid.catalogue.ids import PageId
from tests.bench.crowd import Member
from tests.bench.report import Part, Result
from tests.bench.server import Server, serve
from tests.bench.setting import APP, CLICKS, COMPARE, Setting
from tests.bench.visitor import take_file

_AT_ONCE = 4
_PAUSE_SECONDS = 0.3
_SAMPLES = 120
_SCREENS: tuple[PageId, ...] = ("scars", "time", "priorities", "health", COMPARE, "sheet")
_MIB = 2**20


@dataclass
class _Diary:
    visits: int = 0
    sheets: int = 0
    held: list[int] = field(default_factory=list)
    """The server's memory in bytes, at even distances of time."""


def measure(setting: Setting, minutes: float) -> Part:
    """Let visitors come, answer, compare, take a sheet and leave."""
    with serve(APP) as server:
        diary = asyncio.run(_soak(setting, server, minutes * 60))
    sixth = len(diary.held) // 6
    warm, end = (
        statistics.median(part) / _MIB
        for part in (diary.held[sixth : 2 * sixth], diary.held[-sixth:])
    )
    tenths = [diary.held[round(len(diary.held) * n / 10)] / _MIB for n in range(10)]
    return Part(
        "A long time",
        (
            Result(
                f"Memory at the end of {minutes:g} minutes",
                end,
                warm,
                "MiB",
                "1 ×",
                "after warming up",
            ),
        ),
        (
            f"{_AT_ONCE} visitors at a time come, answer, compare, download a sheet as PDF and "
            f"leave: {diary.visits} visits and {diary.sheets} sheets in all. The median of the "
            "last sixth of the time is beside that of the second sixth.",
            f"Every tenth of the time: {', '.join(f'{held:.1f}' for held in tenths)} MiB.",
        ),
    )


async def _soak(setting: Setting, server: Server, seconds: float) -> _Diary:
    diary, end = _Diary(), time.perf_counter() + seconds

    async def visitors() -> None:
        while time.perf_counter() < end:
            await _visit(setting, server.address, diary)

    async def look() -> None:
        for _ in range(_SAMPLES):
            await asyncio.sleep(seconds / _SAMPLES)
            diary.held.append(server.memory_bytes())

    await asyncio.gather(look(), *(visitors() for _ in range(_AT_ONCE)))
    return diary


async def _visit(setting: Setting, address: str, diary: _Diary) -> None:
    member = await Member.connect(address)
    await member.arrive("", setting.answers)
    for page in _SCREENS:
        await asyncio.sleep(_PAUSE_SECONDS)
        await member.open(page)
        await asyncio.sleep(_PAUSE_SECONDS)
        await member.click(CLICKS[page][0])
    await member.click("take-pdf")
    made = await asyncio.to_thread(take_file, member.tab, address)
    diary.sheets += made.startswith(b"%PDF")
    await member.leave()
    diary.visits += 1
