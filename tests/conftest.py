"""What the tests share: the content, a browser, and a running app."""

from __future__ import annotations

import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import settings
from playwright.sync_api import Page, ViewportSize, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from tests.browser.wait import PATIENCE_MS
from tests.chromium import ChromiumMissingError, chromium

if TYPE_CHECKING:
    from aid.catalogue.catalogue import Catalogue

pytest_plugins = ["tests.exhaustive", "tests.processor_time", "tests.read_only"]

ROOT = Path(__file__).parent.parent
ARTEFACTS = ROOT / "test-artefacts"

_FEATURES_LEFT_OUT = (
    # Chromium makes the list below its address bar anew for each new window, though nobody sees it:
    # a third of what a page costs.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    # What Playwright leaves out: the last list of a command line counts alone.
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)

CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",  # it opens nothing but our own app on this machine, often as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=" + ",".join(_FEATURES_LEFT_OUT),
)
VIEWPORT = (1280, 900)
NewPage = Callable[..., Page]

SETTINGS = (
    "SITE_NAME",
    "CONTACT_LINE",
    "SUPPORT_LINES",
    "SHARED_DEVICE",
    "FRAME_ANCESTORS",
    "ALLOWED_HOSTS",
)
"""What a host can set; docs/operations.md lists all of it."""

QUICK_START = {"PYTHONPATH": str(ROOT / "tests" / "quick_start")}
"""Settings of a server that does not pack its files as small as they go."""

_START_SECONDS = 120
_STOP_SECONDS = 10

# jsonschema, which Altair loads too, would make 38 parsers of addresses of it, for seconds; nothing
# here checks an address by a schema.
sys.modules.setdefault("rfc3987_syntax", cast(ModuleType, None))

expect.set_options(timeout=PATIENCE_MS)

# A slow machine is no failure. In CI, Hypothesis loads a profile of its own.
if not os.environ.get("CI"):
    settings.register_profile("local", deadline=None)
    settings.load_profile("local")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None]:
    """Mark what needs a browser or a running app by what it asks for: no test can lack its mark.

    The longest come first, so that no worker is left with one while the others have ended; those of
    a file stay together, for what they share.
    """
    for item in items:
        asks = set(getattr(item, "fixturenames", ()))
        if asks & {"browser", "engine"}:
            item.add_marker("browser")
        elif asks & _APPS:
            item.add_marker("slow")
    yield
    items.sort(key=lambda item: (item.path.stem not in _LONGEST, item.path))


_APPS = {"server", "fresh_server", "open_server"}
"""Fixtures that start the app."""

_LONGEST = {"test_accessibility", "test_deploy", "test_journey", "test_leaks", "test_places"}
"""Files of tests that take up to a minute each."""


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The content that we ship, read and checked."""
    from aid.catalogue.load import build_catalogue
    from aid.checks import checked
    from tests.content_files import real_files

    return checked(build_catalogue(real_files()))


@pytest.fixture(scope="session")
def translated() -> Catalogue:
    """The same content in the language of ``tests/pseudo.py``."""
    from aid.catalogue.load import build_catalogue
    from tests.pseudo import LANGUAGE, pseudo_files

    return build_catalogue(pseudo_files(), LANGUAGE)


@pytest.fixture(scope="session")
def jsonschema() -> ModuleType:
    """The library that checks JSON by a schema: it takes a second to load, for a few tests."""
    return import_module("jsonschema")


@pytest.fixture(scope="session")
def sample() -> Catalogue:
    """A small made-up catalogue, for tests of rules that need no real content."""
    from tests.sample.catalogue import sample_catalogue

    return sample_catalogue()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """How pytest-playwright starts the browser. Without one its tests fail; they never skip."""
    try:
        return {"executable_path": chromium(), "args": list(CHROMIUM_FLAGS)}
    except ChromiumMissingError as missing:
        pytest.fail(str(missing), pytrace=False)


@dataclass(frozen=True)
class AppServer:
    """The app, running in a process of its own."""

    url: str
    """Its address, without a slash at the end."""

    pid: int

    log_path: Path

    @property
    def log(self) -> str:
        """Everything that the app has written to its output so far."""
        return self.log_path.read_text(encoding="utf-8", errors="replace")


@contextmanager
def running_app(
    log_path: Path,
    *,
    port: int | None = None,
    settings: Mapping[str, str] | None = None,
    folder: Path = ROOT,
    under: Sequence[str] = (),
    command: Sequence[str] = (),
) -> Iterator[AppServer]:
    """Start the app, wait until it is healthy, and stop it at the end.

    Args:
        log_path: The file that gets its output.
        port: Where it listens; a free port where none is given.
        settings: Variables of its environment, such as ``{"SHARED_DEVICE": "on"}``.
        folder: Where ``app.py`` lies, for a changed copy of the app.
        under: A command that takes the app's own command as its last words and becomes it.
        command: What starts the app at that port, in place of the command of the repository.

    Yields:
        The running app.

    Raises:
        RuntimeError: It did not become healthy; the message ends with its log.
    """
    port = port or free_port()
    command = command or _streamlit(port)
    # Settings of the person who runs the tests must not change the app that is tested.
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("STREAMLIT_") and name not in SETTINGS
    }
    environment |= {"PYTHONUNBUFFERED": "1", **QUICK_START, **(settings or {})}
    with log_path.open("wb") as log:
        process = subprocess.Popen(
            [*under, *command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    server = AppServer(url=f"http://127.0.0.1:{port}", pid=process.pid, log_path=log_path)
    try:
        base = environment.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
        _wait_healthy(process, port, f"/{base}" if base else "", server)
        yield server
    finally:
        _stop(process)


def _streamlit(port: int) -> list[str]:
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    return [*command, "--server.address", "127.0.0.1", "--server.headless", "true"]


def free_port() -> int:
    """A port of the loopback address that nothing listens on at this moment.

    It is below those that the system gives to connections and to whoever asks for any: a server may
    take seconds until it listens.
    """
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def _wait_healthy(
    process: subprocess.Popen[bytes], port: int, base: str, server: AppServer
) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"The app ended at its start. Its log:\n{server.log}")
        if _is_healthy(port, base):
            return
        time.sleep(0.05)
    raise RuntimeError(f"The app was not up after {_START_SECONDS} s. Its log:\n{server.log}")


def _is_healthy(port: int, base: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", f"{base}/_stcore/health", headers={"Host": "127.0.0.1"})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the process, and what it may have started: it leads a session of its own."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """The running app, one for all tests of this process."""
    with running_app(tmp_path_factory.mktemp("server") / "log.txt") as app:
        yield app


@pytest.fixture(scope="session")
def written(server: AppServer) -> AppServer:
    """The running app, once every page has its first words."""
    wait_for_first_words(server)
    return server


def wait_for_first_words(server: AppServer) -> None:
    """Return once all pages of a running app have their first words."""
    from aid.catalogue.addresses import ADDRESSES

    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if all(_has_first_words(server, f"/{address.path}") for address in ADDRESSES):
            return
    raise RuntimeError(f"The pages have no first words. The log:\n{server.log}")


def _has_first_words(server: AppServer, path: str) -> bool:
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=60)
    connection.request("GET", path)
    return b'id="first"' in connection.getresponse().read()


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[AppServer]:
    """A running app that nobody has visited yet."""
    with running_app(tmp_path / "server-log.txt") as app:
        yield app


@pytest.fixture
def new_page(new_context: CreateContextCallback) -> NewPage:
    """A function that opens pages, each in a context of its own: a reader seen for the first time.

    Call it with the app's address; ``viewport=(width, height)`` and anything else that Playwright's
    ``new_context`` takes may follow. When the test fails, each page leaves a picture in
    ``test-artefacts/failed/``.
    """

    def open_page(base_url: str, *, viewport: tuple[int, int] = VIEWPORT, **options: Any) -> Page:
        width, height = viewport
        size: ViewportSize = {"width": width, "height": height}
        context = new_context(base_url=base_url, viewport=size, **options)
        context.set_default_timeout(PATIENCE_MS)
        return context.new_page()

    return open_page


@pytest.fixture
def page(new_page: NewPage, server: AppServer) -> Page:
    """A new reader's page, 1280 by 900, nothing opened yet: ``page.goto("/compare")``."""
    return new_page(server.url)
