"""A second start at the port of a process that runs ends at once, and does not take its place."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT, AppServer

pytestmark = pytest.mark.slow


def test_a_second_start_at_one_port_ends_with_a_reason(target: AppServer) -> None:
    port = target.url.rpartition(":")[2]
    second = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", port]
    done = subprocess.run(
        [*second, "--server.headless", "true"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode != 0
    assert port in done.stdout + done.stderr
