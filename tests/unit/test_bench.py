"""The pieces of the bench do what its figures say they do. No time is looked at."""

from __future__ import annotations

import asyncio

import pytest

from aid.catalogue.catalogue import Catalogue
from tests.bench.crowd import Load, disperse, gather
from tests.bench.report import Result, table
from tests.bench.rising import next_number
from tests.bench.setting import APP, CLICKS, COMPARE, Setting
from tests.bench.visitor import Visitor
from tests.conftest import AppServer

LARGE_BYTES = 10_000
"""A message from this size on is kept by the browser, and sent once."""


def test_a_share_of_the_answers_came_within_its_time() -> None:
    seconds = [number / 100 for number in range(1, 101)]
    load = Load(seconds, 1, 1, 1)
    assert sum(second <= load.answered_within(0.95) for second in seconds) == 95
    assert load.answered_within(1) == 1


def test_a_ratio_is_ours_over_bare() -> None:
    *_, line = table([Result("A click", 6, 3, "ms", "2.5")])
    assert line == "| A click | 6.0 ms | bare page | 3.0 ms | 2.00 | 2.5 |"


@pytest.mark.parametrize("holds", [0, 90, 250, 1_000, 1_410, 1_999])
def test_people_are_added_until_it_is_known_how_many_are_too_many(holds: int) -> None:
    held, too_many, tried = 0, None, []
    while (number := next_number(held, too_many)) is not None:
        tried.append(number)
        if number <= holds:
            held = number
        else:
            too_many = number
    assert too_many is not None
    assert held <= holds < too_many
    assert too_many - held <= max(held, 8) / 8
    assert len(tried) < 14


def test_no_more_people_are_tried_than_there_is_room_for() -> None:
    assert next_number(1_500, None, most=2_000) == 2_000
    assert next_number(2_000, None, most=2_000) is None


@pytest.mark.slow
def test_each_click_changes_what_the_server_knows(server: AppServer, catalogue: Catalogue) -> None:
    setting = Setting(catalogue, APP)
    with Visitor(server.url.removeprefix("http://")) as visitor:
        assert catalogue.interface.compare.marked in visitor.arrive(COMPARE, setting.answers)
        for page, (key, _) in CLICKS.items():
            visitor.open(setting.address_of(page))
            if key == "load":
                assert catalogue.interface.keep.load_hint not in visitor.tab.text
                assert catalogue.interface.keep.load_hint in visitor.click(key), page
                continue
            before = visitor.tab.value(key)
            visitor.click(key)
            clicked = visitor.tab.value(key)
            assert clicked != before, page
            visitor.open("about" if page == "start" else "")
            visitor.open(setting.address_of(page))
            assert visitor.tab.value(key) == clicked, page


@pytest.mark.slow
def test_large_messages_are_sent_once_as_to_a_browser(
    server: AppServer, catalogue: Catalogue
) -> None:
    with Visitor(server.url.removeprefix("http://")) as visitor:
        visitor.open("about")
        large = {message for message in visitor.tab.received if len(message) > LARGE_BYTES}
        visitor.click(None)
        assert large
        assert not large & set(visitor.tab.received)


@pytest.mark.slow
def test_a_crowd_knows_its_answers(server: AppServer, catalogue: Catalogue) -> None:
    async def visit() -> list[str]:
        address = server.url.removeprefix("http://")
        members = await gather(address, 3, COMPARE, Setting(catalogue, APP).answers)
        for member in members:
            await member.click(CLICKS[COMPARE][0])
        texts = [member.tab.text for member in members]
        await disperse(members)
        return texts

    texts = asyncio.run(visit())
    assert len(texts) == 3
    assert all(catalogue.interface.compare.marked in text for text in texts)
