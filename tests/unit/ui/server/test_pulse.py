"""A process whose loop stands still ends; systemd hears of one that goes on."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SCRIPT = """
import asyncio, re, time
from aid.ui.server import pulse

async def serve():
    prepared = asyncio.Event()
    pulse_goes_on = asyncio.create_task(pulse.run_watchdog(prepared, most=0.5, beat=0.05))
    {then}

asyncio.run(serve())
"""


def run(then: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SCRIPT.format(then=then)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "stuck",
    ["time.sleep(50)", "re.match('(a+)+b', 'a' * 60)"],
    ids=["waits", "keeps the interpreter to itself"],
)
def test_a_loop_that_stands_still_ends_the_process_and_says_where(stuck: str) -> None:
    done = run(f"await asyncio.sleep(0.2)\n    {stuck}")
    assert done.returncode == 1
    assert "most recent call first" in done.stderr
    assert "in serve" in done.stderr


def test_a_loop_that_goes_on_does_not() -> None:
    done = run("await asyncio.sleep(0.8)")
    assert (done.returncode, done.stderr) == (0, "")


def test_systemd_hears_when_readers_can_come_and_that_it_goes_on(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(10)
        then = "await asyncio.sleep(0.3); print('ready'); prepared.set(); await asyncio.sleep(0.3)"
        done = run(then, NOTIFY_SOCKET=str(tmp_path / "notify"))
        assert done.returncode == 0, done.stderr
        heard = [systemd.recv(100) for _ in range(3)]
    assert set(heard) == {b"READY=1\nWATCHDOG=1"}


def test_where_systemd_is_gone_the_server_goes_on(tmp_path: Path) -> None:
    done = run("prepared.set(); await asyncio.sleep(0.2)", NOTIFY_SOCKET=str(tmp_path / "nobody"))
    assert (done.returncode, done.stderr) == (0, "")
