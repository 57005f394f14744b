"""What open pages and closed ones hold in the server's memory."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import NamedTuple

from tests.bench.crowd import Member, disperse, gather
from tests.bench.report import Part, Result
from tests.bench.server import Server, serve
from tests.bench.setting import APP, CLICKS, COMPARE, Setting

_SESSIONS = (1, 50, 200)
_CLICKS_EACH = 2
_SETTLE_SECONDS = 1
_KIB, _MIB = 2**10, 2**20


class _Held(NamedTuple):
    """What a server held, in bytes: before the first visitor, with so many, and later."""

    empty: int
    with_sessions: dict[int, int]
    collected: int
    all_left: int

    def per_session(self, first: int, last: int) -> float:
        """What each session between two numbers of sessions added, in KiB."""
        more = self.with_sessions[last] - self.with_sessions[first]
        return more / (last - first) / _KIB


def measure(setting: Setting) -> Part:
    """Fill both servers, one after the other."""
    bare = _held(setting.bare_app, "", None, "")
    ours = _held(APP, COMPARE, CLICKS[COMPARE][0], setting.answers)
    first, some, many = _SESSIONS
    results = [
        Result("Server before its first visitor", ours.empty / _MIB, bare.empty / _MIB, "MiB"),
        *(
            Result(
                f"Server with {count} open",
                ours.with_sessions[count] / _MIB,
                bare.with_sessions[count] / _MIB,
                "MiB",
                "1.5 ×" if count == many else "",
            )
            for count in _SESSIONS
        ),
        Result(f"Server after all {many} left", ours.all_left / _MIB, bare.all_left / _MIB, "MiB"),
        *(
            Result(
                f"Each session, from {low} to {high} open",
                ours.per_session(low, high),
                bare.per_session(low, high),
                "KiB",
                "2 ×",
            )
            for low, high in ((first, some), (some, many), (first, many))
        ),
    ]
    given_back = [(held.with_sessions[many] - held.collected) / _MIB for held in (ours, bare)]
    return Part(
        "Memory",
        tuple(results),
        (
            f"Each session is on Compare with the answers given and has clicked {_CLICKS_EACH} "
            "times. Counted is what the process has filled itself (its anonymous pages), not the "
            "libraries' files.",
            "The first visitor of a process also loads modules, content and caches. The first few "
            "that come at once make threads, and with them room that is used again: hence three "
            "figures for a session.",
            f"With {many} open, clearing all unused objects at once gave back "
            f"{given_back[0]:.1f} MiB, on the bare server {given_back[1]:.1f} MiB.",
            "*After all left* is a second after the last tab was closed. Closed pages are kept for "
            "`server.disconnectedSessionTTL` seconds (1800 as shipped), and Streamlit keeps at "
            "most 128 of them.",
        ),
    )


def _held(script: Path, page: str, key: str | None, answers: str) -> _Held:
    with serve(script, collects=True) as server:
        server.settle()  # it still writes the first words of every page, and compresses files
        return asyncio.run(_fill(server, page, key, answers))


async def _fill(server: Server, page: str, key: str | None, answers: str) -> _Held:
    empty = server.memory_bytes()
    members: list[Member] = []
    with_sessions = {}
    for count in _SESSIONS:
        new = await gather(server.address, count - len(members), page, answers)
        for member in new:
            for _ in range(_CLICKS_EACH):
                await member.click(key)
        members += new
        with_sessions[count] = server.memory_bytes()
    server.collect()
    await asyncio.sleep(_SETTLE_SECONDS)
    collected = server.memory_bytes()
    await disperse(members)
    await asyncio.sleep(_SETTLE_SECONDS)
    return _Held(empty, with_sessions, collected, server.memory_bytes())
