"""Runs a program in a process of its own, where all is different that must change no byte."""

from __future__ import annotations

import os
import subprocess
import sys


def output_of(program: str) -> bytes:
    """What a program writes with another seed of hashes and in another time zone."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )
    return done.stdout
