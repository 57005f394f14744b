"""A reader goes round the questions while the process is killed at random moments.

``python -m tests.kills`` kills it 200 times, half of them on a slow line. No answer may be lost,
and none may be given twice: a tick that counts twice is no tick.
"""

from __future__ import annotations

import random
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from playwright.sync_api import Locator, sync_playwright
from playwright.sync_api import TimeoutError as WaitedTooLongError

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from aid.checks import load_checked_catalogue
from tests.browser.by_hand import await_kept
from tests.browser.line import Line
from tests.browser.reader import Reader
from tests.browser.restarting import Restarting, restarting
from tests.browser.wait import PATIENCE_MS
from tests.chromium import chromium
from tests.conftest import CHROMIUM_FLAGS

_KILLS_ON_EACH: Final = 100
_DELAYS_SECONDS: Final = (0.0, 0.15)
_MOST_SECONDS: Final = 4
"""So long at most after it has drawn for the reader a process is killed."""

_PATIENCE_MS: Final = 30_000
"""So long a person waits before they press again."""

_SHAPES: Final = ("ice-pick", "boxcar", "rolling")
_DOWNTIMES: Final = ("none", "up-to-7-days")
_CONCERNS: Final = ("pain", "cost")


class Killer(threading.Thread):
    """Kills a process again and again, each time at a moment that chance gives."""

    def __init__(self, app: Restarting, kills: int) -> None:
        super().__init__()
        self._app, self._left, self._chance = app, kills, random.Random()
        self._over, self._moved = threading.Event(), threading.Event()
        self.failed: BaseException | None = None

    def run(self) -> None:
        """Kill until it was often enough, or until told that it is over."""
        try:
            while self._left and not self._over.is_set():
                if self._has_drawn() and not self._over.wait(
                    self._chance.uniform(0, _MOST_SECONDS)
                ):
                    self._moved.clear()
                    self._app.kill()
                    self._left -= 1
        except BaseException as error:
            self.failed = error

    def go_on(self) -> None:
        """The reader takes a step: at least one between two kills, or they would never arrive."""
        self._moved.set()

    def end(self) -> None:
        """Kill nothing more."""
        self._over.set()
        self.join()

    def _has_drawn(self) -> bool:
        """Whether the reader has found the new process; before that a kill takes nothing away."""
        self._over.wait(0.05)
        return self._moved.is_set() and "page=" in self._app.server.log


def go_round(reader: Reader, app: Restarting, kills: int) -> None:
    """Have a reader go round until the last kill, and once more.

    Raises:
        AssertionError: After a round the answers were not those that the reader gave.
    """
    expected: dict[str, object] = {}
    reader.open()
    killer = Killer(app, kills)
    killer.start()
    try:
        turn, is_last = 0, False
        while not is_last:
            is_last = not killer.is_alive()
            turn += 1
            for step in _round(reader, turn, expected):
                killer.go_on()
                step()
            await_kept(reader.page, expected)
    finally:
        killer.end()
    assert killer.failed is None, killer.failed


def _round(
    reader: Reader, turn: int, expected: dict[str, object]
) -> Iterator[Callable[[], object]]:
    """The steps that change each kind of answer once; what must be there then is noted."""
    words = reader.words
    toggle = partial(_toggle, reader, expected)
    expected |= {"downtime": _DOWNTIMES[turn % 2], "notes": f"This is note {turn}."}
    yield partial(reader.go_to, "scars")
    yield partial(toggle, "scar-shapes", _SHAPES, turn)
    yield partial(toggle, "scar-shapes", _SHAPES, turn + 1)
    yield partial(_go_on, reader, "time")
    yield partial(reader.answer, "downtime", _DOWNTIMES[turn % 2])
    yield partial(_go_on, reader, "priorities")
    yield partial(toggle, "concerns", _CONCERNS, turn)
    yield partial(reader.go_to, "sheet")
    box = reader.box(words.sheet_page.notes_label)
    yield partial(_write, reader, box, f"This is note {turn}.")
    yield partial(reader.go_to, "review")


def _toggle(
    reader: Reader, expected: dict[str, object], ask_id: str, options: tuple[str, ...], turn: int
) -> None:
    """Tick one of some answers, or take its tick off."""
    option = options[turn % len(options)]
    ticked = expected.pop(ask_id, [])
    assert isinstance(ticked, list)
    if option in ticked:
        ticked.remove(option)
        reader.untick(ask_id, option)
    else:
        ticked.append(option)
        reader.answer(ask_id, option)
    if ticked:
        expected[ask_id] = sorted(ticked, key=options.index)


def _go_on(reader: Reader, screen: PageId) -> None:
    """Continue to a screen. A button that is greyed out while it is pressed is pressed again."""
    title = reader.catalogue.page_by_id[screen].title
    while not reader.heading.filter(has_text=title).count():
        reader.press(reader.words.service.continue_)
        with suppress(WaitedTooLongError):
            reader.heading.filter(has_text=title).wait_for(timeout=_PATIENCE_MS)
    reader.arrive(screen)


def _write(reader: Reader, box: Locator, text: str) -> None:
    """Write a text; a box takes no letters while the line is down, and its reader sees that."""
    while True:
        reader.write(box, text)
        if box.input_value() == text:
            return


def main() -> int:
    """Kill the process 200 times.

    Returns:
        0; what is lost ends it with an error.
    """
    catalogue: Catalogue = load_checked_catalogue()
    with (
        tempfile.TemporaryDirectory(prefix="kills-") as folder,
        restarting(Path(folder)) as app,
        sync_playwright() as playwright,
    ):
        launched = playwright.chromium.launch(executable_path=chromium(), args=[*CHROMIUM_FLAGS])
        for delay in _DELAYS_SECONDS:
            with Line(app.url, delay) as line:
                page = launched.new_page(base_url=line.url)
                page.set_default_timeout(PATIENCE_MS)
                go_round(Reader(page, catalogue), app, _KILLS_ON_EACH)
                page.close()
            print(f"{_KILLS_ON_EACH} kills, {delay} s of delay: nothing was lost or given twice.")
        launched.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
