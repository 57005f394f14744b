"""The words are those that a run of the screen sent; Streamlit's page is changed or left whole."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime

from aid.catalogue.addresses import Address
from aid.catalogue.catalogue import Catalogue
from aid.ui.first_words import write
from aid.ui.first_words.page import page
from aid.ui.first_words.words import words
from aid.ui.server import streamlit_files
from aid.ui.server.shelf import Shelf
from aid.ui.server.unwritten import Unwritten


def element(*path: int) -> ForwardMsg:
    message = ForwardMsg()
    message.metadata.delta_path.extend(path)
    message.delta.new_element.SetInParent()
    return message


def html(body: str, *path: int) -> ForwardMsg:
    message = element(*path)
    message.delta.new_element.html.body = body
    return message


def container(key: str, *path: int) -> ForwardMsg:
    message = ForwardMsg()
    message.metadata.delta_path.extend(path)
    message.delta.add_block.id = f"$$ID-0a1b-{key}"
    return message


def link(label: str, to: str, *path: int) -> ForwardMsg:
    message = element(*path)
    message.delta.new_element.page_link.label = label
    message.delta.new_element.page_link.page = to
    return message


def button(label: str, key: str, *path: int) -> ForwardMsg:
    message = element(*path)
    message.delta.new_element.button.label = label
    message.delta.new_element.button.id = f"$$ID-0a1b-{key}"
    return message


def screen() -> Iterator[ForwardMsg]:
    titled = ForwardMsg()
    titled.page_config_changed.title = "Tea – Aid"
    yield titled
    yield container("menu", 0, 0)
    yield link("<Start>", "", 0, 0, 0)
    yield link("Methods", "methods", 0, 0, 1)
    yield html('<span class="brand">Aid</span>', 0, 0, 2)
    yield html("<style>p{color:red}</style><h1>Tea</h1>", 0, 1)
    yield button("Draw again", "redraw", 0, 2)
    yield container("notices", 0, 3)
    yield html("<p>for one reader</p>", 0, 3, 0)
    yield html("<p>second</p>", 0, 5)
    yield html("<p>first</p>", 0, 4)
    yield button("Begin", "begin", 0, 6)
    yield button("Does something", "other", 0, 7)
    yield container("keep", 0, 8)
    yield html("<p>Save</p>", 0, 8, 0)
    yield html("<p>not in the main part</p>", 1, 0)


def test_the_words_stand_in_the_order_of_their_places() -> None:
    said = words(screen(), "start")
    assert said.title == "Tea – Aid"
    assert said.style == "p{color:red}"
    assert said.kinds == {"page_link", "html", "button"}
    parts = (
        '<a href="./" aria-current="page">&lt;Start&gt;</a>',
        '<a href="./methods">Methods</a>',
        '<span class="brand">Aid</span>',
        "</nav>",
        "<h1>Tea</h1>",
        "<p>first</p>",
        "<p>second</p>",
        '<a href="./scars" class="first-button">Begin</a>',
    )
    places = [said.body.index(part) for part in parts]
    assert places == sorted(places)
    for left_out in ("Draw again", "for one reader", "Does something", "<p>Save", "not in the"):
        assert left_out not in said.body


def test_of_a_screen_that_shows_answers_there_is_only_the_beginning(catalogue: Catalogue) -> None:
    body = words(screen(), "review").body
    assert "<h1>Tea</h1>" in body
    assert catalogue.interface.service.on_its_way in body
    assert "first</p>" not in body


def test_a_page_of_streamlit_that_is_not_as_it_was_is_not_changed(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = words(screen(), "start")
    assert '<div id="first"' in page(catalogue, Address("start"), said, [])
    changed = streamlit_files.page().replace('<div id="root">', '<div id="app">')
    monkeypatch.setattr(streamlit_files, "page", lambda: changed)
    with pytest.raises(LookupError):
        page(catalogue, Address("start"), said, [])


def test_where_a_screen_has_no_words_streamlit_sends_its_own_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class EndedError(Exception):
        """Ends what would go on for ever."""

    def tomorrow() -> float:
        raise EndedError

    async def fails(_page_id: object) -> list[ForwardMsg]:
        raise TimeoutError

    def here(coroutine: object, _loop: object) -> object:
        done: asyncio.Future[object] = asyncio.Future(loop=loop)
        coroutine.close()  # type: ignore[attr-defined]
        done.set_exception(TimeoutError())
        return done

    loop = asyncio.new_event_loop()
    monkeypatch.setattr(Runtime, "exists", lambda: True)
    monkeypatch.setattr(write, "run_of", fails)
    monkeypatch.setattr(write, "_seconds_until_tomorrow", tomorrow)
    monkeypatch.setattr(asyncio, "run_coroutine_threadsafe", here)
    shelf = Shelf({})
    with pytest.raises(EndedError):
        write.keep_written(shelf, Unwritten(["/", "/scars"]), loop, also=[])
    loop.close()
    assert "/" not in shelf
    assert "/scars" not in shelf
