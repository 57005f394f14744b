"""Starts the app: ``run``."""

from __future__ import annotations

import argparse
import os
import sys

from aid import checks
from aid.cli.command import Command
from aid.home import HOME


def _run_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8501, help="the port to listen on; else 8501")


def _run(options: argparse.Namespace) -> int:
    # Problems of the content are reported here, one line each, not by a server that is already up.
    checks.load_checked_catalogue()
    # Streamlit reads its settings from the folder that it is started in.
    os.chdir(HOME)
    print(f"Scar Options is at http://127.0.0.1:{options.port} (stop it with Ctrl-C)", flush=True)
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += ["--server.port", str(options.port)]
    # This process becomes the server, so that whoever stops the one stops the other.
    os.execv(sys.executable, command)  # noqa: S606 - our own command, without a shell


RUN = Command("run", "check the content and start the app", _run, _run_arguments)
