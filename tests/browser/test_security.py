"""The rules of the server hold, and the aid works under them: screens, files, charts, frames."""

from __future__ import annotations

import http.client
import http.server
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from aid.catalogue.catalogue import Catalogue
from tests.browser.wait import wait_ready
from tests.conftest import ROOT, AppServer, running_app

pytestmark = pytest.mark.browser


def answer(
    server: AppServer, path: str, *, method: str = "GET", host: str | None = None
) -> tuple[int, dict[str, str]]:
    """The status and the headers of one answer."""
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=60)
    headers = {"Accept": "text/html"} | ({"Host": host} if host else {})
    connection.request(method, path, headers=headers)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.status, {name.lower(): value for name, value in response.getheaders()}


def handshake(server: AppServer, *headers: str) -> str:
    """The first line that the server gives to somebody who opens its socket."""
    place = urlsplit(server.url)
    lines = (
        "GET /_stcore/stream HTTP/1.1",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        *(
            headers
            if any(line.startswith("Host:") for line in headers)
            else (f"Host: {place.netloc}", *headers)
        ),
    )
    with socket.create_connection((place.hostname, place.port), timeout=60) as connection:
        connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        return connection.recv(200).decode("latin-1").splitlines()[0]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/compare",
        "/nowhere",
        "/_stcore/health",
        "/_stcore/metrics",
        "/favicon.png",
        "/typeface/AtkinsonHyperlegible-Regular.ttf",
        "/static/none.js",
        "/media/none",
    ],
)
def test_every_answer_carries_the_rules(server: AppServer, path: str) -> None:
    _, headers = answer(server, path)
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/_stcore/health", 200),
        ("/_stcore/metrics", 404),
        ("/_stcore/agent/openapi.json", 404),
        ("/_stcore/upload_file/a/b", 404),
        ("/auth/login", 404),
        ("/oauth2callback?code=1", 404),
    ],
)
def test_only_the_health_address_is_open(server: AppServer, path: str, status: int) -> None:
    assert answer(server, path)[0] == status


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        ((), "101"),
        (("Origin: {own}",), "101"),
        (("Origin: https://evil.example",), "403"),
        (("Origin: null",), "403"),
        (("Host: aid.example.org",), "403"),
        (("Host: aid.example.org", "Origin: https://evil.example"), "403"),
    ],
)
def test_only_our_own_pages_may_open_the_socket(
    server: AppServer, headers: tuple[str, ...], said: str
) -> None:
    lines = [line.format(own=server.url) for line in headers]
    assert handshake(server, *lines).split()[1] == said


def watch(page: Page) -> list[str]:
    """Collects what the browser says against the policy, and every error of a script."""
    said: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        # Streamlit asks for its health below each screen's address too, which is not there.
        if message.type == "error" and "status of 404" not in message.text:
            said.append(message.text)

    page.on("console", heard)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def test_charts_drawings_and_the_typeface_are_drawn_under_the_policy(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue
) -> None:
    page = new_page(server.url)
    said = watch(page)
    page.goto("/compare")
    wait_ready(page)
    page.get_by_role("radio", name=catalogue.interface.compare.charts, exact=True).click()
    expect(page.locator("svg.marks").first).to_be_attached()
    assert page.evaluate("document.fonts.check('1rem \"Atkinson Hyperlegible\"')")
    loaded = page.evaluate(
        "[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family)"
    )
    assert any("Atkinson" in family for family in loaded)
    page.goto("/scars")
    wait_ready(page)
    assert page.evaluate(
        "[...document.querySelectorAll('img.drawing')].every((i) => i.naturalWidth > 0)"
    )
    assert said == []


def test_files_download_under_the_policy(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue
) -> None:
    page = new_page(server.url)
    said = watch(page)
    page.goto("/sheet")
    wait_ready(page)
    with page.expect_download() as sheet:
        download = catalogue.interface.sheet_page.formats["pdf"].button
        page.get_by_role("button", name=download).click()
    assert Path(sheet.value.path()).read_bytes().startswith(b"%PDF")
    page.goto("/compare")
    wait_ready(page)
    with page.expect_download() as table:
        page.get_by_text(catalogue.interface.compare.download_csv, exact=True).click()
    assert len(Path(table.value.path()).read_text("utf-8-sig").splitlines()) > 12
    assert said == []


@contextmanager
def clinic() -> Iterator[tuple[str, list[bytes]]]:
    """Another site, on this machine, with one page that is filled later. Yields its address."""
    page: list[bytes] = []

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page[0])

        def log_message(self, *_: object) -> None:
            """Keep the output of the tests quiet."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as site:
        thread = threading.Thread(target=site.serve_forever)
        thread.start()
        yield f"http://localhost:{site.server_port}", page
        site.shutdown()
        thread.join()


@pytest.mark.parametrize("named", [True, False])
def test_a_named_site_may_show_the_aid_and_others_may_not(
    new_page: Callable[..., Page], tmp_path: Path, catalogue: Catalogue, *, named: bool
) -> None:
    with clinic() as (address, body):
        sites = f"http://clinic.example {address if named else ''}"
        with running_app(tmp_path / "log.txt", settings={"FRAME_ANCESTORS": sites}) as app:
            frame = f"<iframe width=900 height=900 src='{app.url}/scars'></iframe>"
            body.append(f"<!doctype html><title>Clinic</title>{frame}".encode())
            page = new_page(address)
            said: list[str] = []
            page.on("console", lambda message: said.append(message.text))
            page.goto("/")
            assert "x-frame-options" not in answer(app, "/")[1]
            if named:
                inside = page.frame_locator("iframe")
                box = inside.get_by_role("checkbox", name=catalogue.shape_by_id["boxcar"].label)
                box.check(force=True)
                expect(box).to_be_checked()
            else:
                expect(page.frame_locator("iframe").get_by_role("heading")).to_have_count(0)
            assert any("frame-ancestors" in line for line in said) is not named


def test_only_the_named_hosts_are_answered(tmp_path: Path) -> None:
    with running_app(tmp_path / "log.txt", settings={"ALLOWED_HOSTS": "aid.example.org"}) as app:
        assert answer(app, "/")[0] == 200
        assert answer(app, "/", host="aid.example.org")[0] == 200
        assert answer(app, "/", host="evil.example")[0] == 400
        good, bad = "https://aid.example.org", "https://evil.example"
        assert "101" in handshake(app, "Host: aid.example.org", f"Origin: {good}")
        assert "101" not in handshake(app, "Host: evil.example", f"Origin: {bad}")


def test_the_aid_lives_below_a_base_path(
    new_page: Callable[..., Page], tmp_path: Path, catalogue: Catalogue
) -> None:
    with running_app(
        tmp_path / "log.txt", settings={"STREAMLIT_SERVER_BASE_URL_PATH": "scars"}
    ) as app:
        page = new_page(app.url)
        said = watch(page)
        page.goto("/scars/compare")
        wait_ready(page)
        title = catalogue.page_by_id["compare"].title
        expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
        assert page.evaluate(
            "[...document.fonts].some(f => f.status === 'loaded' && f.family.includes('Atkinson'))"
        )
        page.goto("/scars/nowhere")
        wait_ready(page)
        assert urlsplit(page.url).path == "/scars/"
        assert said == []


def test_a_setting_that_cannot_be_used_stops_the_start_with_one_sentence() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "0"],
        cwd=ROOT,
        env={**os.environ, "SHARED_DEVICE": "perhaps"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert "SHARED_DEVICE is “perhaps”: it must be “on” or “off”." in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
