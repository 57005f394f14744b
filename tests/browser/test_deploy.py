"""Two processes behind a real nginx: one is killed, and nobody loses anything."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from aid.catalogue.catalogue import Catalogue
from aid.ui.server.streamlit_files import streamlit_files
from tests.browser.wait import wait_ready
from tests.conftest import ROOT, free_port
from tests.system_packages import program

pytestmark = [pytest.mark.browser, pytest.mark.slow]

START_SECONDS = 120
PATH = f"{os.environ.get('PATH', '')}:/usr/sbin"


@pytest.fixture(scope="module")
def nginx() -> str:
    """The path of nginx."""
    return program("nginx")


@dataclass
class Site:
    """Two processes behind nginx."""

    listen: str
    ports: tuple[int, int]
    log_path: Path

    @property
    def url(self) -> str:
        return f"http://{self.listen}"

    def pid(self, port: int) -> int:
        """The process at a port; there must be one."""
        wanted = f"--server.port\0{port}\0".encode()
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if wanted in (folder / "cmdline").read_bytes() + b"\0":
                    return int(folder.name)
            except OSError:  # it ended while we looked
                continue
        raise AssertionError(f"no process at port {port}")

    def port_of(self, user_agent: str) -> int:
        """Which process the socket of such a browser is connected to, found by opening one."""
        for _ in range(20):
            grown = self._grown_by_a_socket_of(user_agent)
            if len(grown) == 1:
                return grown[0]
        raise AssertionError("every time, another connection was opened or closed meanwhile")

    def _grown_by_a_socket_of(self, user_agent: str) -> list[int]:
        lines = (
            "GET /_stcore/stream HTTP/1.1",
            f"Host: {self.listen}",
            f"Origin: {self.url}",
            f"User-Agent: {user_agent}",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        )
        before = [self._open_files(port) for port in self.ports]
        with closing(socket.create_connection(_place(self.listen), timeout=60)) as connection:
            connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
            assert b" 101 " in connection.recv(200)
            after = [self._open_files(port) for port in self.ports]
        counts = zip(self.ports, before, after, strict=True)
        return [port for port, old, new in counts if new > old]

    def _open_files(self, port: int) -> int:
        return len(list(Path(f"/proc/{self.pid(port)}/fd").iterdir()))


def _place(listen: str) -> tuple[str, int]:
    host, _, port = listen.rpartition(":")
    return host, int(port)


@pytest.fixture
def site(nginx: str, tmp_path: Path) -> Iterator[Site]:
    first = _two_free_ports()
    running = Site(f"127.0.0.1:{free_port()}", (first, first + 1), tmp_path / "log.txt")
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith("STREAMLIT_")},
        "PATH": PATH,
        "PYTHON": sys.executable,
        "PROCESSES": "2",
        "LISTEN": running.listen,
        "FIRST_PORT": str(first),
    }
    with running.log_path.open("wb") as log:
        process = subprocess.Popen(
            [ROOT / "deploy" / "start.sh"],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        for _ in range(START_SECONDS * 10):
            if "Scar Options is at" in running.log_path.read_text():
                break
            try:
                process.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
            raise AssertionError(running.log_path.read_text())
        yield running
        pids = [running.pid(port) for port in running.ports]
        process.terminate()
        assert process.wait(60) == 0, running.log_path.read_text()
        assert not [pid for pid in pids if Path(f"/proc/{pid}/cmdline").exists()]
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _two_free_ports() -> int:
    while True:
        first = free_port()
        with socket.socket() as second:
            try:
                second.bind(("127.0.0.1", first + 1))
            except OSError:
                continue
            return first


@dataclass
class Load:
    """Asks for pages and scripts without a pause, and counts what it gets."""

    listen: str
    asked: int = 0
    failed: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Load:
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(0.02):
            for path in ("/", "/compare", "/_stcore/health"):
                self.asked += 1
                try:
                    connection = http.client.HTTPConnection(*_place(self.listen), timeout=60)
                    connection.request("GET", path, headers={"Accept": "text/html"})
                    status = connection.getresponse().status
                    connection.close()
                    if status != http.HTTPStatus.OK:
                        self.failed.append(f"{path}: {status}")
                except (OSError, http.client.HTTPException) as error:
                    self.failed.append(f"{path}: {error!r}")


STATES = """() => {
    window.states = [];
    const app = document.querySelector('[data-testid="stApp"]');
    new MutationObserver(() => window.states.push(app.dataset.testConnectionState))
        .observe(app, {attributeFilter: ['data-test-connection-state']});
}"""


def test_one_of_two_processes_is_killed_and_nobody_loses_anything(
    site: Site, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    names: dict[int, list[str]] = {port: [] for port in site.ports}
    for number in range(64):
        agent = f"Browser/{number}"
        names[site.port_of(agent)].append(agent)
        if min(map(len, names.values())) >= 2:
            break
    words = catalogue.interface
    readers: dict[int, list[tuple[Page, str]]] = {port: [] for port in site.ports}
    for port, agents in names.items():
        for agent in agents[:2]:
            page = new_page(site.url, user_agent=agent)
            page.goto("/sheet")
            wait_ready(page)
            note = f"The note of {agent}"
            page.get_by_role("textbox", name=words.sheet_page.notes_label).fill(note)
            page.keyboard.press("Tab")
            wait_ready(page)
            page.evaluate(STATES)
            readers[port].append((page, note))

    killed, other = site.ports
    with Load(site.listen) as load:
        os.kill(site.pid(killed), signal.SIGKILL)
        for page, note in readers[other]:
            page.get_by_role("link", name=catalogue.page_by_id["methods"].menu).first.click()
            wait_ready(page)
            page.get_by_role("link", name=catalogue.page_by_id["sheet"].menu).first.click()
            wait_ready(page)
            expect_note(page, catalogue, note)
            assert page.evaluate("window.states") == []
            expect(page.get_by_text(words.keep.restored_after_break)).to_have_count(0)
        for page, note in readers[killed]:
            app = page.get_by_test_id("stApp")
            expect(app).to_have_attribute("data-test-connection-state", "CONNECTED")
            assert page.evaluate("window.states"), "this reader was not on the killed process"
            expect(page.get_by_text(words.keep.restored_after_break)).to_be_visible()
            wait_ready(page)
            expect_note(page, catalogue, note)
            page.get_by_role("link", name=catalogue.page_by_id["methods"].menu).first.click()
            wait_ready(page)
            page.get_by_role("link", name=catalogue.page_by_id["sheet"].menu).first.click()
            wait_ready(page)
            expect_note(page, catalogue, note)
    assert load.failed == []
    assert load.asked > 20


def expect_note(page: Page, catalogue: Catalogue, note: str) -> None:
    box = page.get_by_role("textbox", name=catalogue.interface.sheet_page.notes_label)
    expect(box).to_have_value(note)


def test_nginx_compresses_and_keeps_the_rules_and_no_list_of_readers(site: Site) -> None:
    connection = http.client.HTTPConnection(*_place(site.listen), timeout=60)
    connection.request("GET", "/", headers={"Accept-Encoding": "gzip", "Accept": "text/html"})
    page = connection.getresponse()
    assert page.getheader("content-encoding") == "gzip"
    assert "frame-ancestors 'none'" in (page.getheader("content-security-policy") or "")
    page.read()
    connection.request("GET", "/_stcore/metrics")
    assert connection.getresponse().status == http.HTTPStatus.NOT_FOUND
    connection.close()
    assert "GET /" not in site.log_path.read_text()


def test_a_process_that_hangs_is_ended_and_started_again(site: Site) -> None:
    port = site.ports[0]
    hung = site.pid(port)
    os.kill(hung, signal.SIGSTOP)
    deadline = time.monotonic() + START_SECONDS
    while Path(f"/proc/{hung}/cmdline").exists():
        assert time.monotonic() < deadline, site.log_path.read_text()
        time.sleep(0.5)
    while True:
        try:
            assert site.pid(port) != hung
            break
        except AssertionError:
            assert time.monotonic() < deadline, site.log_path.read_text()
            time.sleep(0.5)


def test_a_second_start_at_a_port_is_refused(site: Site) -> None:
    """An earlier start that was killed leaves its processes behind, which are not ours."""
    environment = {**os.environ, "PATH": PATH, "PYTHON": sys.executable}
    for listen, first in (
        (site.listen, str(_two_free_ports())),
        (f"127.0.0.1:{free_port()}", str(site.ports[1])),
    ):
        tried = subprocess.run(
            [ROOT / "deploy" / "start.sh"],
            env={**environment, "LISTEN": listen, "FIRST_PORT": first},
            capture_output=True,
            text=True,
            timeout=START_SECONDS,
            check=False,
        )
        assert tried.returncode == 1
        assert "already" in tried.stderr


def test_a_slow_reader_gets_the_largest_file_whole_and_nginx_writes_none(site: Site) -> None:
    """As root too, where nginx answers as a user who may write nowhere."""
    largest = max(streamlit_files().items(), key=lambda item: len(item[1].plain()))[0]
    with socket.socket() as slow:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
        slow.connect(_place(site.listen))
        slow.settimeout(60)
        asked = f"GET {largest} HTTP/1.1\r\nHost: {site.listen}\r\nConnection: close\r\n\r\n"
        slow.sendall(asked.encode())
        time.sleep(2)  # by now all that fits into memory is there
        got = b"".join(iter(lambda: slow.recv(65536), b""))
    head, _, body = got.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: (\d+)", head)
    assert length, head
    assert len(body) == int(length[1]) > 1_000_000
    assert "Permission denied" not in site.log_path.read_text()
