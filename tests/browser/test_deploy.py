"""Two processes behind a real nginx: one is killed, and nobody loses anything."""

from __future__ import annotations

import http.client
import re
import shutil
import signal
import socket
import ssl
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from aid.catalogue.catalogue import Catalogue
from aid.ui.server.streamlit_files import streamlit_files
from tests.browser.wait import wait_ready
from tests.conftest import QUICK_START, ROOT, free_port
from tests.drill import drill, freeze_each, update_each
from tests.fleet import Fleet, is_healthy, running_fleet
from tests.system_packages import program

pytestmark = [pytest.mark.browser, pytest.mark.slow]

UNIT = ROOT / "deploy" / "systemd" / "scar-options@.service"


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    with running_fleet(tmp_path_factory.mktemp("fleet"), settings=QUICK_START) as running:
        yield running


def port_of(fleet: Fleet, user_agent: str) -> int:
    """Which process the socket of such a browser is connected to, found by opening some.

    Another connection may be opened or closed meanwhile, so three have to say the same.
    """
    seen: Counter[int] = Counter()
    for _ in range(20):
        grown = _grown_by_a_socket_of(fleet, user_agent)
        if len(grown) == 1:
            seen.update(grown)
            if seen[grown[0]] == 3:
                return grown[0]
    raise AssertionError(f"no process is seen to get the socket: {seen}")


def _grown_by_a_socket_of(fleet: Fleet, user_agent: str) -> list[int]:
    lines = (
        "GET /_stcore/stream HTTP/1.1",
        f"Host: {fleet.listen}",
        f"Origin: {fleet.url}",
        f"User-Agent: {user_agent}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    )
    before = [_connections(fleet, port) for port in fleet.ports]
    with closing(socket.create_connection(_place(fleet.listen), timeout=60)) as connection:
        connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        assert b" 101 " in connection.recv(200)
        after = [_connections(fleet, port) for port in fleet.ports]
    counts = zip(fleet.ports, before, after, strict=True)
    return [port for port, old, new in counts if new > old]


def _connections(fleet: Fleet, port: int) -> int:
    """How many sockets a process has open; other files come and go while it starts."""
    count = 0
    for file in Path(f"/proc/{fleet.pid(port)}/fd").iterdir():
        with suppress(OSError):  # it was closed while we looked
            count += file.readlink().name.startswith("socket:")
    return count


def _place(listen: str) -> tuple[str, int]:
    host, _, port = listen.rpartition(":")
    return host, int(port)


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
    fleet: Fleet, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    names: dict[int, list[str]] = {port: [] for port in fleet.ports}
    for number in range(64):
        agent = f"Browser/{number}"
        names[port_of(fleet, agent)].append(agent)
        if min(map(len, names.values())) >= 2:
            break
    words = catalogue.interface
    readers: dict[int, list[tuple[Page, str]]] = {port: [] for port in fleet.ports}
    for port, agents in names.items():
        for agent in agents[:2]:
            page = new_page(fleet.url, user_agent=agent)
            page.goto("/sheet")
            wait_ready(page)
            note = f"The note of {agent}"
            page.get_by_role("textbox", name=words.sheet_page.notes_label).fill(note)
            page.keyboard.press("Tab")
            wait_ready(page)
            page.evaluate(STATES)
            readers[port].append((page, note))

    killed, other = fleet.ports
    with Load(fleet.listen) as load:
        fleet.send(killed, signal.SIGKILL)
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


def test_nginx_compresses_and_keeps_the_rules_and_no_list_of_readers(fleet: Fleet) -> None:
    connection = http.client.HTTPConnection(*_place(fleet.listen), timeout=60)
    connection.request("GET", "/", headers={"Accept-Encoding": "gzip", "Accept": "text/html"})
    page = connection.getresponse()
    assert page.getheader("content-encoding") == "gzip"
    assert "frame-ancestors 'none'" in (page.getheader("content-security-policy") or "")
    page.read()
    connection.request("GET", "/_stcore/metrics")
    assert connection.getresponse().status == http.HTTPStatus.NOT_FOUND
    connection.close()
    assert "GET /" not in fleet.log


def test_a_slow_reader_gets_the_largest_file_whole_and_nginx_writes_none(fleet: Fleet) -> None:
    """As root too, where nginx answers as a user who may write nowhere."""
    largest = max(streamlit_files().items(), key=lambda item: len(item[1].plain()))[0]
    with socket.socket() as slow:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
        slow.connect(_place(fleet.listen))
        slow.settimeout(60)
        asked = f"GET {largest} HTTP/1.1\r\nHost: {fleet.listen}\r\nConnection: close\r\n\r\n"
        slow.sendall(asked.encode())
        time.sleep(2)  # by now all that fits into memory is there
        got = b"".join(iter(lambda: slow.recv(65536), b""))
    head, _, body = got.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: (\d+)", head)
    assert length, head
    assert len(body) == int(length[1]) > 1_000_000
    assert "Permission denied" not in fleet.log


@pytest.fixture(scope="module")
def impatient(fleet: Fleet, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A second nginx, for HTTPS, that waits for nobody longer than a second."""
    folder = tmp_path_factory.mktemp("https")
    shutil.copytree(fleet.folder / "nginx", folder / "nginx")
    site, port = folder / "nginx" / "scar-options", free_port()
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subject = ("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1")
    command = [program("openssl"), "req", "-x509", "-nodes", "-newkey", "rsa:2048", *subject]
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    lines = (site / "listen-https.conf").read_text().splitlines()
    listen = "\n".join(line for line in lines if "[::]" not in line)
    for shipped, here in (
        ("listen 443", f"listen 127.0.0.1:{port}"),
        ("/etc/ssl/scar-options/fullchain.pem", str(certificate)),
        ("/etc/ssl/scar-options/key.pem", str(key)),
    ):
        assert shipped in listen
        listen = listen.replace(shipped, here)
    (site / "listen.conf").write_text(listen)
    rules = (site / "site.conf").read_text()
    hurried = re.sub(r"\b(client_header|client_body|send)_timeout \d+s", r"\1_timeout 1s", rules)
    assert hurried.count("_timeout 1s") == 3
    (site / "site.conf").write_text(hurried)
    nginx = [program("nginx"), "-e", "stderr", "-p", str(folder)]
    nginx += ["-c", str(folder / "nginx" / "nginx.conf")]
    with (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(nginx, stderr=log)
    try:
        while True:
            assert process.poll() is None, (folder / "log.txt").read_text()
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.05)
        yield f"127.0.0.1:{port}", certificate
    finally:
        process.terminate()
        process.wait()


def secure(place: tuple[str, Path]) -> ssl.SSLSocket:
    """A connection over HTTPS that would like HTTP/2 best."""
    context = ssl.create_default_context(cafile=str(place[1]))
    context.set_alpn_protocols(["h2", "http/1.1"])
    plain = socket.create_connection(_place(place[0]), timeout=60)
    return context.wrap_socket(plain, server_hostname="127.0.0.1")


def test_https_is_http_2_and_the_processes_know_of_it(impatient: tuple[str, Path]) -> None:
    with secure(impatient) as connection:
        assert connection.selected_alpn_protocol() == "h2"
    context = ssl.create_default_context(cafile=str(impatient[1]))
    asking = http.client.HTTPSConnection(*_place(impatient[0]), context=context, timeout=60)
    asking.request("GET", "/", headers={"Accept": "text/html"})
    assert asking.getresponse().getheader("strict-transport-security")
    asking.close()


def test_who_sends_or_takes_nothing_is_cut_off(impatient: tuple[str, Path]) -> None:
    context = ssl.create_default_context(cafile=str(impatient[1]))
    largest = max(streamlit_files().items(), key=lambda item: len(item[1].plain()))[0]
    asked = f"GET {largest} HTTP/1.1\r\nHost: {impatient[0]}\r\n"
    for sent, wait in ((asked, 0), (f"{asked}\r\n", 4)):
        plain = socket.socket()
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
        plain.connect(_place(impatient[0]))
        plain.settimeout(60)
        with context.wrap_socket(plain, server_hostname="127.0.0.1") as slow:
            slow.sendall(sent.encode())
            time.sleep(wait)
            got = 0
            try:
                while part := slow.recv(65536):
                    got += len(part)
            except (ConnectionResetError, ssl.SSLError):
                pass
        assert got < 1_000_000


def test_a_clinic_behind_one_address_is_let_in_and_a_flood_is_not(fleet: Fleet) -> None:
    rules = (ROOT / "deploy" / "nginx" / "scar-options" / "site.conf").read_text()
    burst = re.search(r"zone=scar_options_files burst=(\d+)", rules)
    assert burst
    connection = http.client.HTTPConnection(*_place(fleet.listen), timeout=60)
    statuses = []
    for _ in range(int(burst[1]) + 100):
        connection.request("GET", "/files/nothing", headers={"Accept": "*/*"})
        answer = connection.getresponse()
        answer.read()
        statuses.append(answer.status)
    assert set(statuses[:60]) == {http.HTTPStatus.NOT_FOUND}
    assert http.HTTPStatus.TOO_MANY_REQUESTS in statuses
    assert is_healthy(fleet.listen)


def test_the_unit_of_systemd_is_sound_and_gives_the_process_few_rights(tmp_path: Path) -> None:
    unit = UNIT.read_text().replace("/opt/scar-options/.venv/bin/python", "/bin/true")
    (tmp_path / UNIT.name).write_text(unit.replace("/opt/scar-options", "/"))
    analyze = program("systemd-analyze")
    one = str(tmp_path / UNIT.name.replace("@", "@8601"))
    verified = subprocess.run([analyze, "verify", one], capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stderr) == (0, "")
    security = subprocess.run(
        [analyze, "security", "--offline=yes", str(tmp_path / UNIT.name)],
        capture_output=True,
        text=True,
        check=True,
    )
    exposure = re.search(r"exposure level for \S+: ([\d.]+)", security.stdout)
    assert exposure
    assert float(exposure[1]) < 1.5


def test_any_process_makes_the_file_from_what_the_tab_sends(
    fleet: Fleet, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    """No process has to know the reader: each gives the same file."""
    page = new_page(fleet.url)
    page.goto("/sheet")
    wait_ready(page)
    words = catalogue.interface.sheet_page
    page.get_by_role("textbox", name=words.notes_label).fill("My sister comes along.")
    with page.expect_request("**/files/txt") as asked, page.expect_download() as coming:
        page.get_by_role("button", name=words.formats["txt"].button, exact=True).click()
    expected = coming.value.path().read_bytes()
    assert b"My sister comes along." in expected
    for port in fleet.ports:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        host = {"Host": fleet.listen, "Origin": fleet.url}
        sent = {**host, "Content-Type": "application/json"}
        connection.request("POST", "/files/txt", asked.value.post_data, sent)
        answer = connection.getresponse()
        assert (answer.getheader("cache-control"), answer.read()) == ("no-store", expected)
        connection.close()


@pytest.mark.parametrize("trouble", [update_each, freeze_each])
def test_nobody_loses_an_answer(fleet: Fleet, trouble: Callable[[Fleet], None]) -> None:
    """The short form of ``make drill``."""
    with ThreadPoolExecutor(1) as pool:  # the tests of browsers keep this thread's event loop
        report = pool.submit(drill, fleet, trouble, readers=6).result()
    assert report.lost == []
    assert report.breaks > 0
    assert report.clicks > 20
    assert report.files > 0
