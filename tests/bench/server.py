"""A Streamlit server in a process of its own: how long it took to start, how much CPU it used."""

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
_TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    """A server that answers."""

    address: str
    pid: int
    start_seconds: float
    """From starting the process until it first said that it is healthy."""

    def cpu_seconds(self) -> float:
        """The processor time that the process has used so far, all its threads together."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2]
        user, system = fields.split()[11:13]
        return (int(user) + int(system)) / _TICKS_PER_SECOND


def write_bare_app(folder: Path) -> Path:
    """Write an app of one line, with our own settings beside it, so that only the code differs."""
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    script = folder / "bare.py"
    script.write_text('import streamlit as st; st.write("Hello")\n', encoding="utf-8")
    return script


@contextmanager
def serve(script: Path) -> Iterator[Server]:
    """Run a script with Streamlit, in its own folder, until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "streamlit", "run", script.name]
    command += ["--server.port", address.rpartition(":")[2]]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("STREAMLIT_")}
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
