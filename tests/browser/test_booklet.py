"""The booklet of the Methods screen: one file for everyone, made outside the server's process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from aid.catalogue.catalogue import Catalogue
from aid.papers.booklet.pdf import booklet_pdf
from tests.browser.wait import wait_ready
from tests.conftest import AppServer, running_app

pytestmark = pytest.mark.browser

MOST_MORE_MB = 40
"""Two files are kept, of a megabyte each, and each answer copies one."""


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """A server that nobody has asked for anything yet."""
    with running_app(tmp_path_factory.mktemp("booklet") / "log") as server:
        yield server


def resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    (line,) = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def children(pid: int) -> set[int]:
    found: set[int] = set()
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(FileNotFoundError, ProcessLookupError):  # a thread that has ended since
            found |= set(map(int, task.read_text().split()))
    return found


def test_five_readers_at_once_have_it_from_one_child_and_no_typst_runs_here(
    fresh: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    page = new_page(fresh.url)
    page.goto("/methods")
    wait_ready(page)
    before = resident_mb(fresh.pid)

    def asked(_reader: int) -> bytes:
        with urlopen(f"{fresh.url}/booklet-a4.pdf", timeout=180) as answer:  # noqa: S310 - our own
            data: bytes = answer.read()
            return data

    most = 0
    with ThreadPoolExecutor(5) as pool:
        waiting = [pool.submit(asked, reader) for reader in range(5)]
        while not all(answer.done() for answer in waiting):
            most = max(most, len(children(fresh.pid)))
    assert {answer.result() for answer in waiting} == {booklet_pdf(catalogue, "a4")}
    assert most == 1
    assert "typst" not in Path(f"/proc/{fresh.pid}/maps").read_text()
    more = resident_mb(fresh.pid) - before
    print(f"resident: {before:.0f} MB before, {more:+.1f} MB after")
    assert more < MOST_MORE_MB


def test_both_papers_can_be_had_by_mouse_and_by_keyboard(
    fresh: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    page = new_page(fresh.url, viewport=(390, 844))
    page.goto("/methods")
    wait_ready(page)
    words = catalogue.interface.methods
    expect(page.get_by_role("heading", name=words.booklet_title)).to_be_visible()
    expect(page.get_by_text(words.booklet_hint)).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name=words.booklet_letter).click()
    assert download.value.suggested_filename == words.booklet_file.format(paper="letter")
    assert Path(download.value.path()).read_bytes() == booklet_pdf(catalogue, "letter")
    page.get_by_role("link", name=words.booklet_a4).focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == words.booklet_file.format(paper="a4")
    expect(page.get_by_role("heading", name=words.booklet_title)).to_be_visible()
