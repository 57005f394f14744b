"""Who may run when there is no room for all: each address in turn, and those in a hurry last."""

from __future__ import annotations

import asyncio

from aid.ui.server.runs import Runs


def order_of(asked: list[tuple[str, str, bool]], at_once: int = 1) -> list[str]:
    """In which order runs begin that are asked for at once, each given as name, address, hurry."""

    async def all_of_them() -> list[str]:
        runs, begun = Runs(at_once), list[str]()
        await runs.begin("first", hurried=False)

        async def run(name: str, address: str, hurried: bool) -> None:
            await runs.begin(address, hurried=hurried)
            begun.append(name)
            await asyncio.sleep(0)
            runs.end(hurried=hurried)

        waiting = [asyncio.create_task(run(*one)) for one in asked]
        await asyncio.sleep(0)
        runs.end(hurried=False)
        await asyncio.gather(*waiting)
        await runs.begin("last", hurried=False)  # the place is free again
        return begun

    return asyncio.run(all_of_them())


def test_addresses_take_turns() -> None:
    asked = [("a1", "a", False), ("a2", "a", False), ("a3", "a", False), ("b1", "b", False)]
    assert order_of(asked) == ["a1", "b1", "a2", "a3"]


def test_those_in_a_hurry_come_last() -> None:
    asked = [("a1", "a", True), ("b1", "b", True), ("a2", "a", False)]
    assert order_of(asked) == ["a2", "a1", "b1"]


def test_one_of_those_in_a_hurry_runs_at_a_time_and_leaves_the_other_places_free() -> None:
    async def three_hurry() -> None:
        runs = Runs(3)
        await runs.begin("a", hurried=True)
        later = asyncio.create_task(runs.begin("b", hurried=True))
        await asyncio.sleep(0)
        await runs.begin("c", hurried=False)
        await runs.begin("d", hurried=False)
        assert not later.done()
        runs.end(hurried=False)
        await asyncio.sleep(0)
        assert not later.done()
        runs.end(hurried=True)
        await asyncio.wait_for(later, 1)

    asyncio.run(three_hurry())


def test_who_gives_up_takes_no_place() -> None:
    async def one_gives_up() -> None:
        runs = Runs(1)
        await runs.begin("a", hurried=False)
        gone = asyncio.create_task(runs.begin("b", hurried=False))
        stays = asyncio.create_task(runs.begin("c", hurried=False))
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.sleep(0)
        runs.end(hurried=False)
        await asyncio.wait_for(stays, 1)

    asyncio.run(one_gives_up())
