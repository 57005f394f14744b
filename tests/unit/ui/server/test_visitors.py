"""Who is counted together, how many find room, and when an address is forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import ExitStack
from typing import Any

import pytest

from aid.ui.server.visitors import MOST_SPEAKING, Visitors

HOST = "192.0.2.1"


class Stopped(asyncio.SelectorEventLoop):
    """A loop whose clock goes on only where it is told to."""

    now = 0.0

    def time(self) -> float:
        return self.now

    async def goes_on(self, seconds: float) -> None:
        self.now += seconds
        for _ in range(3):  # for what is due to be found and called
            await asyncio.sleep(0)


def run(visit: Callable[[Stopped], Coroutine[Any, Any, None]]) -> None:
    loop = Stopped()
    try:
        loop.run_until_complete(visit(loop))
    finally:
        loop.close()


def test_an_address_is_forgotten_a_minute_after_it_was_heard_of_last_and_not_before() -> None:
    async def visit(loop: Stopped) -> None:
        visitors = Visitors(99)
        before = visitors.address(HOST)
        for _ in range(10):  # who comes again and again would else begin anew each time
            visitors.leave(HOST)
            await loop.goes_on(59)
            assert visitors.address(HOST) is before
        await loop.goes_on(2)
        assert visitors.address(HOST) is not before

    run(visit)


def test_an_address_is_known_for_as_long_as_somebody_is_there() -> None:
    async def visit(loop: Stopped) -> None:
        visitors = Visitors(99)
        before = visitors.address(HOST)
        with visitors.speaks(before):
            visitors.leave(HOST)
            await loop.goes_on(61)
            assert visitors.address(HOST) is before
        visitors.leave(HOST)
        await loop.goes_on(61)
        assert visitors.address(HOST) is not before

    run(visit)


def test_one_address_does_not_take_the_room_of_others_and_all_together_have_so_much() -> None:
    visitors = Visitors(MOST_SPEAKING + 1)
    with ExitStack() as there:
        for _ in range(MOST_SPEAKING):
            assert visitors.has_room(HOST)
            there.enter_context(visitors.speaks(visitors.address(HOST)))
        assert not visitors.has_room(HOST)
        assert visitors.has_room("192.0.2.2")
        there.enter_context(visitors.speaks(visitors.address("192.0.2.2")))
        assert not visitors.has_room("192.0.2.3")
    assert visitors.has_room(HOST)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("testclient", "testclient", True),
    ],
)
def test_one_reader_has_a_whole_network_of_version_6(one: str, other: str, together: bool) -> None:
    visitors = Visitors(99)
    assert (visitors.address(one) is visitors.address(other)) is together
