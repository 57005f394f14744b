"""Builds the image without a registry: each step of the Containerfile in a tree of Debian.

``python -m tests.image`` needs root, debootstrap and the network, and takes minutes: the base image
is a tree that debootstrap makes, each step runs in it by chroot, and the server starts there as the
plain user of the image, as process 1, where nothing can be written. What no tree can show, such as
layers and a registry's digest, is not tried.
"""

from __future__ import annotations

import http.client
import json
import os
import shlex
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from aid.answers.example import example_answers
from aid.answers.file import copy_json
from tests.conftest import ROOT, free_port

CONTAINERFILE = ROOT / "Containerfile"
IGNORE = ROOT / ".containerignore"
_SUITE = "bookworm"
_MIRROR = "http://deb.debian.org/debian"
_START_SECONDS = 120
_CERTIFICATES = "/lent-certificates.crt"


class Step(NamedTuple):
    """One instruction of the file."""

    name: str
    words: str


@dataclass
class Stage:
    """One image on its way, as a tree of files and what the file has set so far."""

    tree: Path
    folder: str = "/"
    variables: dict[str, str] = field(default_factory=dict)
    user: str = "0:0"
    health: tuple[str, ...] = ()
    start: tuple[str, ...] = ()


def steps(text: str) -> list[Step]:
    """The instructions of a Containerfile, each on one line."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ")
    return [Step(*line.split(maxsplit=1)) for line in joined.splitlines() if line.strip()]


def taken(ignore: str) -> list[str]:
    """What the builder gets to see: the file ignores all but what it names."""
    lines = [line for line in ignore.splitlines() if line and not line.startswith("#")]
    assert lines[0] == "*", "everything is left out unless it is named"
    return [line.removeprefix("!") for line in lines if line.startswith("!")]


def build(base: Path, folder: Path) -> Stage:
    """Carry out every step; each stage begins with a copy of the base."""
    stages: dict[str, Stage] = {}
    stage = Stage(base)
    for step in steps(CONTAINERFILE.read_text(encoding="utf-8")):
        print(f"{step.name} {step.words}", flush=True)
        if step.name == "FROM":
            name = step.words.partition(" AS ")[2] or "last"
            tree = folder / name
            subprocess.run(["cp", "-a", str(base), str(tree)], check=True)
            stage = stages[name] = Stage(tree)
        else:
            _carry_out(step, stage, stages)
    return stage


def _carry_out(step: Step, stage: Stage, stages: Mapping[str, Stage]) -> None:
    words = step.words
    match step.name:
        case "RUN":
            _in_tree(stage, ["/bin/sh", "-c", words])
        case "COPY":
            _copy(shlex.split(words), stage, stages)
        case "WORKDIR":
            stage.folder = words
            (stage.tree / words.lstrip("/")).mkdir(parents=True, exist_ok=True)
        case "ENV":
            stage.variables |= dict(word.split("=", 1) for word in shlex.split(words))
        case "USER":
            stage.user = words
        case "HEALTHCHECK":
            stage.health = tuple(json.loads(words.partition(" CMD ")[2]))
        case "ENTRYPOINT":
            stage.start = tuple(json.loads(words))
        case "ARG" | "LABEL" | "EXPOSE":
            pass
        case other:
            raise AssertionError(f"{other} is not known here")


def _copy(words: Sequence[str], stage: Stage, stages: Mapping[str, Stage]) -> None:
    *sources, target = words
    to = stage.tree / f"{stage.folder}/{target}".lstrip("/")
    if sources[0].startswith("--from="):
        source = stages[sources[0].removeprefix("--from=")].tree / sources[1].lstrip("/")
        to = stage.tree / target.lstrip("/")
        to.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", "-a", str(source), str(to)], check=True)
        return
    for name in taken(IGNORE.read_text()) if sources == ["."] else sources:
        place = to / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            leave = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, place, ignore=leave, dirs_exist_ok=True)
        else:
            shutil.copy2(ROOT / name, place)


def lend(tree: Path) -> None:
    """Copy into a tree what a builder lends its steps: names, and how packages are fetched.

    Copies, and no mounts: what a step writes must not reach this machine.
    """
    shutil.copy("/etc/resolv.conf", tree / "etc" / "resolv.conf")
    shutil.copytree("/etc/apt/apt.conf.d", tree / "etc/apt/apt.conf.d", dirs_exist_ok=True)
    certificates = ssl.get_default_verify_paths().cafile
    if certificates:
        shutil.copy(certificates, tree / _CERTIFICATES.lstrip("/"))


def _in_tree(stage: Stage, command: Sequence[str]) -> None:
    """Run a step as root in the tree."""
    enter = f'cd {stage.folder} && exec "$@"'
    inner = ["chroot", str(stage.tree), "/bin/sh", "-c", enter, "sh", *command]
    script = f"mount -t proc proc {stage.tree}/proc && exec {shlex.join(inner)}"
    variables = {"DEBIAN_FRONTEND": "noninteractive"}
    if (stage.tree / _CERTIFICATES.lstrip("/")).exists():
        variables["PIP_CERT"] = _CERTIFICATES
    subprocess.run(
        ["unshare", "--mount", "--pid", "--fork", "sh", "-c", script],
        env=_environment(stage) | variables,
        stdin=subprocess.DEVNULL,
        check=True,
    )


def _environment(stage: Stage) -> dict[str, str]:
    return {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", **stage.variables}


@contextmanager
def running(stage: Stage, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The server as process 1 of the finished image, as its user, with nothing to write to."""
    tree = stage.tree
    script = f"""set -e
mount --make-rprivate /
mount --bind {tree} {tree}
mount -t proc proc {tree}/proc
mount -o remount,bind,ro {tree}
exec {_as_user(stage, stage.start)}"""
    command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", script]
    variables = _environment(stage) | {"PORT": str(port), "STREAMLIT_SERVER_ADDRESS": "127.0.0.1"}
    process = subprocess.Popen(command, env=variables, stdin=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _as_user(stage: Stage, command: Sequence[str]) -> str:
    """A command in the tree, without a shell once it has begun."""
    enter = f'cd {stage.folder} && exec "$@"'
    words = ["chroot", f"--userspec={stage.user}", str(stage.tree), "/bin/sh", "-c", enter, "sh"]
    return shlex.join([*words, *command])


def look_at(stage: Stage) -> None:
    """Start the finished image and look at what it does; raise where something is not right."""
    port = free_port()
    with running(stage, port) as process:
        _await_health(port, process)
        (server,) = _children(process.pid)
        status = Path(f"/proc/{server}/status").read_text()
        ids = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
        assert ids["Uid"].split() == ["65532"] * 4, "it is no plain user"
        assert ids["NSpid"].split()[-1] == "1", "something else is process 1"
        assert b"python" in Path(f"/proc/{server}/cmdline").read_bytes().split(b"\0")[0]
        enter = ["nsenter", "--target", str(server), "--mount", "--pid"]
        health = f"PORT={port} {_as_user(stage, stage.health)}"
        subprocess.run([*enter, "sh", "-c", health], check=True)
        writable = ["find", "/", "-xdev", "-writable", "!", "-type", "l", "!", "-type", "c"]
        found = subprocess.run(
            [*enter, "sh", "-c", _as_user(stage, [*writable, "-print", "-quit"])],
            capture_output=True,
            text=True,
            check=False,
        )
        assert found.stdout == "", f"can be written to: {found.stdout}"
        order = {"answers": copy_json(example_answers()), "paper": "a4", "day": "2026-11-30"}
        body = json.dumps({**order, "language": "en"})
        sheet = _answer(port, "POST", "/files/pdf", body)
        booklet = _answer(port, "GET", "/booklet-a4.pdf")
        assert sheet.startswith(b"%PDF")
        assert booklet.startswith(b"%PDF")
        os.kill(server, signal.SIGTERM)
        process.wait(20)


def _children(pid: int) -> list[int]:
    words = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(word) for word in words]


def _answer(port: int, method: str, path: str, body: str | None = None) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=200)
    kind = {"Content-Type": "application/json"} if body else {}
    connection.request(method, path, body, kind)
    answer = connection.getresponse()
    assert answer.status == http.HTTPStatus.OK, (path, answer.status)
    return answer.read()


def _await_health(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, "it ended at its start"
        try:
            _answer(port, "GET", "/_stcore/health")
        except (OSError, AssertionError):
            time.sleep(0.2)
            continue
        return
    raise AssertionError("it did not become healthy")


def main() -> int:
    """Build, look, and say how large the image is.

    Returns:
        The exit status.
    """
    if os.geteuid() != 0 or not shutil.which("debootstrap", path=f"{os.environ['PATH']}:/usr/sbin"):
        print("This needs root and debootstrap (on Debian: apt-get install debootstrap).")
        return 2
    with tempfile.TemporaryDirectory(prefix="image-") as folder:
        base = Path(folder) / "base"
        debootstrap = ["debootstrap", "--variant=minbase", _SUITE, str(base), _MIRROR]
        subprocess.run(debootstrap, check=True, stdout=subprocess.DEVNULL)
        lend(base)
        stage = build(base, Path(folder))
        look_at(stage)
        size = subprocess.run(["du", "-sm", stage.tree, base], capture_output=True, check=True)
        sizes = [line.split()[0].decode() for line in size.stdout.splitlines()]
        print(f"The image works. It has {sizes[0]} MB, {sizes[1]} MB of which are the base.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
