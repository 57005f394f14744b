"""Starts the app: ``run``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping

from aid import checks
from aid.cli.command import Command
from aid.errors import SettingsError
from aid.home import HOME


def _run_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port",
        type=int,
        help="the port to listen on; else $PORT, as many platforms name it, or 8501",
    )


def _run(options: argparse.Namespace) -> int:
    port = _port(options.port, os.environ)
    # Problems of the content are reported here, one line each, not by a server that is already up.
    checks.load_checked_catalogue()
    # Streamlit reads its settings from the folder that it is started in.
    os.chdir(HOME)
    print(f"Scar Options is at http://127.0.0.1:{port} (stop it with Ctrl-C)", flush=True)
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += ["--server.port", str(port)]
    # This process becomes the server, so that whoever stops the one stops the other.
    os.execv(sys.executable, command)  # noqa: S606 - our own command, without a shell


def _port(asked_for: int | None, environment: Mapping[str, str]) -> int:
    if asked_for is not None:
        return asked_for
    named = (environment.get(name) for name in ("PORT", "STREAMLIT_SERVER_PORT"))
    text = next(filter(None, named), "8501")
    if not text.isdecimal():
        raise SettingsError((f"The port is “{text}”: it must be a number.",))
    return int(text)


RUN = Command("run", "check the content and start the app", _run, _run_arguments)
