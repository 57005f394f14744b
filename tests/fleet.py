"""Several processes of the aid behind nginx, started by the very files in ``deploy/``.

Only what belongs to a machine is replaced: folder, Python, user, ports, and where nginx listens.
"""

from __future__ import annotations

import getpass
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT, SETTINGS, free_port
from tests.system_packages import program

DEPLOY = ROOT / "deploy"
FIRST_PORT = 8601
_START_SECONDS = 120

_SUPERVISORD = """
[supervisord]
nodaemon=true
logfile={folder}/supervisord.log
pidfile={folder}/supervisord.pid
childlogdir={folder}
umask=077

[unix_http_server]
file={folder}/control

[rpcinterface:supervisor]
supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface

[supervisorctl]
serverurl=unix://{folder}/control

[include]
files={folder}/scar-options.conf

[program:nginx]
command={nginx}
redirect_stderr=true
"""


@dataclass(frozen=True)
class Fleet:
    """Processes behind nginx."""

    listen: str
    """Where readers come in: a host and a port."""

    ports: tuple[int, ...]
    folder: Path

    @property
    def installed(self) -> Path:
        """The folder that processes start from: a link to one version."""
        return self.folder / "installed"

    def install(self, version: Path) -> None:
        """Let the processes that start from now on be of a version, in another folder."""
        self.installed.unlink(missing_ok=True)
        self.installed.symlink_to(version)

    @property
    def url(self) -> str:
        return f"http://{self.listen}"

    @property
    def log(self) -> str:
        """All that supervisor, nginx and the processes have written so far."""
        logs = sorted(self.folder.glob("*.log"))
        return "\n".join(log.read_text(encoding="utf-8", errors="replace") for log in logs)

    def pid(self, port: int) -> int | None:
        """The process at a port, if one is there."""
        wanted = f"--server.port\0{port}\0".encode()
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):  # it ended while we looked
                if wanted in (folder / "cmdline").read_bytes() + b"\0":
                    return int(folder.name)
        return None

    def send(self, port: int, number: signal.Signals) -> int:
        """Send a signal to the process at a port; there must be one."""
        pid = self.pid(port)
        assert pid is not None, self.log
        os.kill(pid, number)
        return pid

    def restart(self, port: int) -> None:
        """Do what a host does for a new version, for one process; return once it serves."""
        self.control("restart", f"scar-options:{port}")
        self.await_health(port)

    def control(self, *words: str) -> None:
        """Tell supervisor something, as a host does."""
        command = ["supervisorctl", "-c", str(self.folder / "supervisord.conf"), *words]
        subprocess.run(command, check=True, capture_output=True, timeout=60)

    def await_health(self, port: int, *, unlike: int | None = None) -> None:
        """Return once a process at a port answers; another one than that with an id, if given."""
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            if self.pid(port) != unlike and is_healthy(f"127.0.0.1:{port}"):
                return
            time.sleep(0.1)
        raise AssertionError(self.log)


def is_healthy(address: str) -> bool:
    """Whether something at an address says that it takes visitors."""
    connection = http.client.HTTPConnection(address, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


@contextmanager
def running_fleet(
    folder: Path,
    *,
    count: int = 2,
    settings: Mapping[str, str] | None = None,
) -> Iterator[Fleet]:
    """Start processes and nginx under supervisor, wait until all serve, and end them.

    Args:
        folder: An empty one, for settings and logs.
        count: How many processes.
        settings: Variables of their environment.
    """
    first, port = _free_ports(count), free_port()
    fleet = Fleet(f"127.0.0.1:{port}", tuple(range(first, first + count)), folder)
    _write(fleet)
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("STREAMLIT_") and name not in SETTINGS
    }
    process = subprocess.Popen(
        [program("supervisord"), "-n", "-c", str(folder / "supervisord.conf")],
        env=environment | dict(settings or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        for number in fleet.ports:
            fleet.await_health(number)
        yield fleet
        process.terminate()
        process.wait(60)
        assert not [number for number in fleet.ports if fleet.pid(number)], fleet.log
    finally:
        if process.poll() is None:
            _kill(fleet, process)


def write_nginx(folder: Path, listen: int, ports: Sequence[int]) -> list[str]:
    """Write nginx's settings as they are in ``deploy/``, but for the ports.

    Args:
        folder: Where they go, and where nginx may write.
        listen: Where readers come in.
        ports: Those of the processes.

    Returns:
        The command that starts it.
    """
    shutil.copytree(DEPLOY / "nginx", folder / "nginx")
    (folder / "nginx-writes").mkdir()
    site = folder / "nginx" / "scar-options"
    entry = site / "listen.conf"
    entry.write_text(entry.read_text().replace("8080", str(listen)))
    servers = (site / "processes.conf").read_text().splitlines()
    (server,) = {line.replace("8602", "8601") for line in servers if line.startswith("server")}
    lines = [server.replace("8601", str(number)) for number in ports]
    (site / "processes.conf").write_text("\n".join(lines))
    writes, settings = folder / "nginx-writes", folder / "nginx" / "nginx.conf"
    return [program("nginx"), "-e", "stderr", "-p", str(writes), "-c", str(settings)]


def _write(fleet: Fleet) -> None:
    folder = fleet.folder
    fleet.install(ROOT)
    nginx = write_nginx(folder, int(fleet.listen.rpartition(":")[2]), fleet.ports)
    program_conf = (DEPLOY / "supervisor" / "scar-options.conf").read_text()
    for shipped, here in (
        ("/opt/scar-options/.venv/bin/python", sys.executable),
        ("/opt/scar-options", str(fleet.installed)),
        ("user=scar-options", f"user={getpass.getuser()}"),
        (f"numprocs_start={FIRST_PORT}", f"numprocs_start={fleet.ports[0]}"),
        ("numprocs=2", f"numprocs={len(fleet.ports)}"),
    ):
        assert shipped in program_conf
        program_conf = program_conf.replace(shipped, here)
    (folder / "scar-options.conf").write_text(program_conf)
    (folder / "supervisord.conf").write_text(
        _SUPERVISORD.format(folder=folder, nginx=" ".join(nginx))
    )


def _free_ports(count: int) -> int:
    """The first of several free ports in a row."""
    while True:
        first = free_port()
        with suppress(OSError):
            for port in range(first, first + count):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port))
            return first


def _kill(fleet: Fleet, process: subprocess.Popen[bytes]) -> None:
    """End everything at once: supervisor's children lead sessions of their own."""
    process.kill()
    process.wait()
    pids = [fleet.pid(port) for port in fleet.ports]
    with suppress(OSError):
        pids.append(int((fleet.folder / "nginx-writes" / "nginx.pid").read_text()))
    for pid in filter(None, pids):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
