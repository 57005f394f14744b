"""Nothing that a reader tells the aid leaves their tab and the server's memory."""

from __future__ import annotations

import io
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from tests.browser.reader import Reader
from tests.browser.wait import wait_ready
from tests.changed_app import break_at, copied_app
from tests.conftest import AppServer, running_app

pytestmark = pytest.mark.browser

READERS = 8
SECRET = "Wombat-7291"
"""Part of every text that is typed here, and found nowhere else."""


def go(page: Page, address: str) -> None:
    page.goto(address)
    wait_ready(page)


def link(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()
    wait_ready(page)


def type_notes(page: Page, catalogue: Catalogue, text: str) -> None:
    page.get_by_role("textbox", name=catalogue.interface.sheet_page.notes_label).fill(text)
    page.keyboard.press("Tab")
    wait_ready(page)


def sheet_text(page: Page, catalogue: Catalogue) -> str:
    """The text of the sheet that this reader downloads."""
    label = catalogue.interface.sheet_page.formats["pdf"].button
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    data = Path(download.value.path()).read_bytes()
    return "\n".join(part.extract_text() for part in PdfReader(io.BytesIO(data)).pages)


def open_all(page: Page) -> None:
    """Open everything on the screen that is one tap away."""
    for folded in page.locator("main details:not([open]) > summary").all()[::-1]:
        if folded.is_visible():
            folded.click()
    wait_ready(page)


def tell_everything(page: Page, catalogue: Catalogue, secret: str = SECRET) -> None:
    """Fill in own words wherever the aid asks for them, and go to every screen."""
    for screen in ("scars", "time", "priorities", "health"):
        go(page, f"/{screen}")
        open_all(page)
        for box in page.get_by_test_id("stMainBlockContainer").get_by_role("textbox").all():
            box.fill(f"{secret} {screen}")
        page.locator("[class*=st-key-continue] button").click()
        wait_ready(page)
    go(page, "/sheet")
    type_notes(page, catalogue, f"{secret} sheet")
    others: tuple[PageId, ...] = ("review", "compare", "methods", "quiz", "about", "start")
    for screen in others:
        Reader(page, catalogue).go_to(screen)


@contextmanager
def watched(folder: Path) -> Iterator[dict[str, tuple[float, int]]]:
    """The files below a folder with their time and size; afterwards, what has changed."""

    def now() -> dict[str, tuple[float, int]]:
        found = {}
        for path in folder.rglob("*"):
            if path.is_file() and not {".git", ".venv", "test-artefacts"} & set(path.parts):
                stat = path.stat()
                found[str(path)] = (stat.st_mtime, stat.st_size)
        return found

    before = now()
    changed: dict[str, tuple[float, int]] = {}
    yield changed
    changed.update({path: kind for path, kind in now().items() if before.get(path) != kind})


def test_nothing_typed_reaches_a_log_an_address_a_file_or_another_host(
    new_page: Callable[..., Page], tmp_path: Path, catalogue: Catalogue
) -> None:
    home, temporary, app_folder = tmp_path / "home", tmp_path / "tmp", copied_app(tmp_path / "app")
    home.mkdir()
    temporary.mkdir()
    places = {"HOME": str(home), "TMPDIR": str(temporary), "PYTHONDONTWRITEBYTECODE": "1"}
    with (
        watched(app_folder) as changed,
        watched(home) as at_home,
        watched(temporary) as in_temporary,
        running_app(tmp_path / "log.txt", settings=places, folder=app_folder) as app,
    ):
        page = new_page(app.url)
        addresses: list[str] = []
        sent: list[str] = []
        page.on("request", lambda request: addresses.append(request.url))
        page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
        page.on("framenavigated", lambda frame: addresses.append(frame.url))
        tell_everything(page, catalogue)
        go(page, "/sheet")
        assert SECRET in sheet_text(page, catalogue)
        go(page, "/keep")
        page.get_by_role("button", name=catalogue.interface.keep.save).click()
        wait_ready(page)
        assert len(addresses) > 100
        assert not [address for address in addresses if SECRET in address]
        # A file is made of the answers that the tab sends for it, to the server that it came from.
        assert {item.split()[0] for item in sent if SECRET in item} <= {
            f"{app.url}/files/pdf",
            f"{app.url}/files/answers",
        }
        hosts = {address.split("/")[2] for address in addresses if address.startswith("http")}
        assert hosts == {app.url.removeprefix("http://")}
        assert page.context.cookies() == []
        assert not page.evaluate("text => JSON.stringify(localStorage).includes(text)", SECRET)
        assert SECRET in page.evaluate("() => JSON.stringify(sessionStorage)")
        log = app.log
    assert SECRET not in log
    assert changed == {}
    assert at_home == {}
    assert in_temporary == {}


def test_the_aid_needs_no_file_system_that_it_can_write_to(
    new_page: Callable[..., Page],
    tmp_path: Path,
    catalogue: Catalogue,
    read_only: tuple[str, ...],
) -> None:
    """A whole visit with every kind of file, where nothing on the machine can be written."""
    words = catalogue.interface
    with running_app(tmp_path / "log.txt", under=read_only) as app:
        mounts = map(str.split, Path(f"/proc/{app.pid}/mounts").read_text().splitlines())
        assert [options for _, at, _, options, *_ in mounts if at == "/"][-1].startswith("ro,")
        page = new_page(app.url)
        reader = Reader(page, catalogue)
        tell_everything(page, catalogue)
        reader.go_to("sheet")
        sheet = words.sheet_page
        for format_id, called in sheet.formats.items():
            button = page.get_by_role("button", name=called.button, exact=True)
            data = downloaded(page, button)
            assert SECRET in text_of(data, format_id), format_id
        reader.go_to("keep")
        kept = downloaded(page, page.get_by_role("button", name=words.keep.save, exact=True))
        assert SECRET in kept.decode()
        reader.go_to("compare")
        csv = page.get_by_text(words.compare.download_csv, exact=True)
        assert len(downloaded(page, csv).splitlines()) > 12
        reader.go_to("methods")
        for label in (words.methods.booklet_a4, words.methods.booklet_letter):
            booklet = downloaded(page, page.get_by_role("link", name=label, exact=True))
            assert len(PdfReader(io.BytesIO(booklet)).pages) > 20
        reader.go_to("keep")
        page.get_by_role("button", name=words.keep.load, exact=True).click()
        wait_ready(page)
        file = {"name": "my.json", "mimeType": "application/json", "buffer": kept}
        page.get_by_label(words.keep.load_label).set_input_files(file)  # type: ignore[arg-type]
        expect(page.get_by_text(words.keep.loaded)).to_be_visible()
        page.get_by_role("button", name=words.keep.clear, exact=True).click()
        page.get_by_role("button", name=words.keep.clear_yes, exact=True).click()
        expect(page.get_by_text(words.keep.cleared)).to_be_visible()
        log = app.log
    assert SECRET not in log
    for trouble in ("Traceback", "failed=", "Read-only", "Errno", "Warning"):
        assert trouble not in log, log


def downloaded(page: Page, control: Locator) -> bytes:
    with page.expect_download() as download:
        control.click()
    return Path(download.value.path()).read_bytes()


def text_of(data: bytes, format_id: str) -> str:
    """The words of a sheet, whatever its format."""
    if format_id == "pdf":
        return "\n".join(part.extract_text() for part in PdfReader(io.BytesIO(data)).pages)
    if format_id == "docx":
        return "".join(docx.Document(io.BytesIO(data)).element.itertext())
    return data.decode()


def test_the_log_has_one_line_per_page_with_its_time_and_nothing_else(
    new_page: Callable[..., Page], tmp_path: Path
) -> None:
    with running_app(tmp_path / "log.txt") as app:
        page = new_page(app.url)
        go(page, "/scars")
        go(page, "/compare")
        lines = [line for line in app.log.splitlines() if line.strip()]
    own = [line for line in lines if "page=" in line]
    form = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ page=(scars|compare) ms=\d+"
    assert own
    assert {line.split("page=")[1].split()[0] for line in own} == {"scars", "compare"}
    assert all(re.fullmatch(form, line) for line in own), own
    started = ("You can now view", "URL:", "Streamlit", "Stopping")
    assert not [line for line in lines if line not in own and not line.strip().startswith(started)]


def test_eight_readers_at_once_never_see_one_another(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue
) -> None:
    """Different answers, different screens, in turn; then each one's sheet and copy."""
    shapes = [shape for shape in catalogue.shapes if shape.id != "not-sure"]
    pages = [new_page(server.url) for _ in range(READERS)]
    words = [f"{SECRET}-{number}" for number in range(READERS)]
    for number, page in enumerate(pages):
        go(page, "/scars")
        label = shapes[number % len(shapes)].label
        page.get_by_role("checkbox", name=label, exact=True).check(force=True)
    for page, word in zip(pages, words, strict=True):
        wait_ready(page)
        link(page, catalogue.page_by_id["sheet"].menu)
        type_notes(page, catalogue, word)
    for number, page in enumerate(pages):  # all at once, each on a screen of its own
        screen = ("review", "compare", "priorities", "quiz")[number % 4]
        page.goto(f"/{screen}", wait_until="commit")
    for page in pages:
        wait_ready(page)
        link(page, catalogue.page_by_id["sheet"].menu)
    for number, (page, word) in enumerate(zip(pages, words, strict=True)):
        notes = page.get_by_role("textbox", name=catalogue.interface.sheet_page.notes_label)
        expect(notes).to_have_value(word)
        said = sheet_text(page, catalogue)
        kept = page.evaluate("() => JSON.stringify(sessionStorage)")
        for text in (said, kept, page.content()):
            assert {other for other in words if other in text} <= {word}, number
        assert word in said
        assert word in kept
        assert shapes[number % len(shapes)].id in kept


# Errors.


def test_a_failing_screen_says_one_kind_sentence_and_the_rest_still_works(
    new_page: Callable[..., Page], tmp_path: Path, catalogue: Catalogue
) -> None:
    folder = copied_app(tmp_path / "app")
    break_at(
        folder,
        "aid/ui/screens/quiz.py",
        '    title = runtime.catalogue().page_by_id["compare"].title\n',
        "    raise RuntimeError(record.answers().notes)\n",
    )
    with running_app(tmp_path / "log.txt", folder=folder) as app:
        page = new_page(app.url)
        go(page, "/sheet")
        type_notes(page, catalogue, SECRET)
        go(page, "/quiz")
        expect(page.get_by_role("alert")).to_have_text(catalogue.interface.service.unexpected)
        assert "RuntimeError" not in page.content()
        link(page, catalogue.page_by_id["sheet"].menu)
        notes = page.get_by_role("textbox", name=catalogue.interface.sheet_page.notes_label)
        expect(notes).to_have_value(SECRET)
        log = app.log
    assert re.search(r"failed=quiz error=RuntimeError at=quiz\.py:\d+", log)
    assert SECRET not in log


def test_a_failing_click_says_one_kind_sentence_and_writes_no_answer_to_the_log(
    new_page: Callable[..., Page], tmp_path: Path, catalogue: Catalogue
) -> None:
    folder = copied_app(tmp_path / "app")
    break_at(
        folder,
        "aid/ui/screens/own_words.py",
        "    problem = too_long(text)\n",
        "    raise RuntimeError(text)\n    problem = too_long(text)\n",
    )
    # Not in a session's first run, where nobody has clicked anything.
    break_at(
        folder,
        "aid/ui/session/recovery.py",
        "    for action, arguments in opening.actions:",
        "    for action, arguments in ():",
    )
    with running_app(tmp_path / "log.txt", folder=folder) as app:
        page = new_page(app.url)
        go(page, "/sheet")
        type_notes(page, catalogue, SECRET)
        expect(page.get_by_role("alert")).to_have_text(catalogue.interface.service.unexpected)
        link(page, catalogue.page_by_id["start"].menu)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        log = app.log
    assert re.search(r"failed=app error=RuntimeError at=own_words\.py:\d+", log)
    assert SECRET not in log
    assert "Traceback" not in log


# The end of the server.


def test_the_server_stops_in_good_order_while_readers_are_there(
    new_page: Callable[..., Page], tmp_path: Path, catalogue: Catalogue
) -> None:
    with running_app(tmp_path / "log.txt") as app:
        page = new_page(app.url)
        go(page, "/sheet")
        type_notes(page, catalogue, SECRET)
        subprocess.run(["kill", f"-{signal.SIGTERM.value}", str(app.pid)], check=True)
        ended = threading.Event()

        def watch() -> None:
            while Path(f"/proc/{app.pid}/stat").exists():
                if Path(f"/proc/{app.pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z":
                    break
                time.sleep(0.05)
            ended.set()

        threading.Thread(target=watch, daemon=True).start()
        assert ended.wait(60), "still running a minute after the signal to stop"
        log = app.log
    assert "Traceback" not in log
    assert SECRET not in log
