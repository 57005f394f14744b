"""A Streamlit server in a process of its own: how long it took to start, what it used since."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

from tests.conftest import ROOT

_START_SECONDS = 60
_QUIET_SECONDS = 1
_BYTES_PER_KIB = 1024


@dataclass(frozen=True)
class Server:
    """A server that answers."""

    address: str
    pid: int
    start_seconds: float
    """From starting the process until it first said that it is healthy."""

    def cpu_seconds(self) -> float:
        """The processor time that the process has used so far, all its threads together."""
        # How Linux numbers the processor clock of another process.
        return time.clock_gettime((~self.pid << 3) | 2)

    def memory_bytes(self) -> int:
        """The memory that the process has filled itself: libraries' files are not counted."""
        rollup = Path(f"/proc/{self.pid}/smaps_rollup").read_text(encoding="ascii")
        line = next(line for line in rollup.splitlines() if line.startswith("Anonymous:"))
        return int(line.split()[1]) * _BYTES_PER_KIB

    def settle(self) -> None:
        """Wait until the process has done what it does by itself after its start."""
        before = -float(_QUIET_SECONDS)
        while (used := self.cpu_seconds()) - before > _QUIET_SECONDS / 20:
            before = used
            time.sleep(_QUIET_SECONDS)

    def collect(self) -> None:
        """Let the process clear its unused objects now. It must be one that ``serve`` allows to."""
        os.kill(self.pid, signal.SIGUSR1)


def write_bare_app(folder: Path) -> Path:
    """Write an app of one line, with our own settings beside it, so that only the code differs."""
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    script = folder / "bare.py"
    script.write_text('import streamlit as st; st.write("Hello")\n', encoding="utf-8")
    return script


@contextmanager
def serve(script: Path, *, collects: bool = False) -> Iterator[Server]:
    """Run a script with Streamlit, in its own folder, until the block ends.

    Args:
        script: What to run.
        collects: Whether the server clears its unused objects when ``Server.collect`` asks.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    module = "tests.bench.collecting" if collects else "streamlit"
    command = [sys.executable, "-m", module, "run", script.name]
    command += ["--server.port", address.rpartition(":")[2]]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("STREAMLIT_")}
    environment["PYTHONPATH"] = str(ROOT)
    environment["MALLOC_ARENA_MAX"] = "1"  # as everything in deploy/ sets it
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=script.parent,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while not _healthy(address):
            if process.poll() is not None or time.perf_counter() - start > _START_SECONDS:
                raise RuntimeError(f"{script.name} did not start")
            time.sleep(0.01)
        yield Server(address, process.pid, time.perf_counter() - start)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _healthy(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"http://{address}/_stcore/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False
