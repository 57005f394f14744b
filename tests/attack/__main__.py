"""Every attack for longer, and what readers, the log and the memory show of it.

``python -m tests.attack`` prints a table and fails where a reader waited for more than a
second, at the 95th of a hundred, or where the memory of an attack is kept.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import ConnectionClosed

from tests.attack.others import MOST_SECONDS, Waits, during, wait_of_one
from tests.attack.raw import TEXT, Raw, ask, frame, handshake, run_of
from tests.bench.visitor import Visitor
from tests.conftest import ROOT, AppServer, running_app

_KEPT_MEBIBYTES: Final = 60
"""How much more than before may be in use a while after an attack: pools, not what was sent."""

_SETTLE_SECONDS: Final = 30

Attack = Callable[[str, threading.Event], None]


def uploads(address: str, over: threading.Event) -> None:
    """A2: places for a hundred thousand uploads."""
    message = BackMsg()
    message.file_urls_request.request_id = message.file_urls_request.session_id = "r"
    message.file_urls_request.file_names.extend(["a"] * 100_000)
    _send_again(address, over, frame(message.SerializeToString()))


def events(address: str, over: threading.Event) -> None:
    """A3: five thousand events of a component."""
    told = json.dumps([{"event": "found", "value": 1}] * 5_000)
    while not over.is_set():
        with suppress(ConnectionClosed, OSError), Visitor(address) as visitor:
            visitor.open("scars")
            tab = visitor.tab._widgets["tab"]
            trigger = f"$$STREAMLIT_INTERNAL_KEY_{tab.id}__events"
            state = WidgetState(id=trigger, json_trigger_value=told)
            visitor._run(visitor.tab._request([state], tab.fragment))


def silence(address: str, over: threading.Event) -> None:
    """A4: sockets that say nothing."""
    with ExitStack() as stack:
        for _ in range(300):
            stack.enter_context(Raw(address))
        over.wait()


def storm(address: str, over: threading.Event) -> None:
    """A12: runs without a pause."""
    frames = frame(run_of("compare")) * 20
    while not over.is_set():
        with Raw(address) as raw:
            while not over.is_set() and raw.push(frames):
                pass


def unfinished(address: str, over: threading.Event) -> None:
    """A13: messages that never end."""
    with ExitStack() as stack:
        for _ in range(20):
            raw = stack.enter_context(Raw(address))
            raw.send(frame(b"x" * 1_900_000, last=False))
        over.wait()


def texts(address: str, over: threading.Event) -> None:
    """A13: long texts, and then away."""
    while not over.is_set():
        with Visitor(address) as visitor:
            visitor.open("sheet")
            state = visitor.tab._states[visitor.tab._widgets["ask.notes"].id]
            state.string_value = "y" * 900_000
            visitor.click(None)


def nonsense(address: str, over: threading.Event) -> None:
    """A17: frames and hosts that are none."""
    while not over.is_set():
        with Raw(address) as raw:
            raw.send(frame(b"x", TEXT))
        ask(address, handshake(address, host="["), seconds=2)


def _send_again(address: str, over: threading.Event, data: bytes) -> None:
    while not over.is_set():
        try:
            with Raw(address) as raw:
                raw.send(data)
                raw.closed_with(60)
        except OSError:
            time.sleep(0.1)


_ATTACKS: Final[dict[str, list[Attack]]] = {
    "calm": [],
    "uploads (A2)": [uploads],
    "events (A3)": [events],
    "silent sockets (A4, A11)": [silence],
    "one storm (A12)": [storm],
    "four storms (A12)": [storm] * 4,
    "twenty-four storms (A12)": [storm] * 24,
    "unfinished messages (A13)": [unfinished] * 2,
    "long texts (A13)": [texts],
    "nonsense (A17)": [nonsense],
}


def _try(app: AppServer, name: str, attacks: list[Attack], seconds: float) -> bool:
    address = app.url.removeprefix("http://")
    memory, log = _mebibytes(app), len(app.log)
    waits = Waits()
    jobs = [_job(attack, address) for attack in attacks]
    with during(jobs):
        time.sleep(0.5)
        begun = time.monotonic()
        while time.monotonic() - begun < seconds:
            waits.seconds.append(wait_of_one(address))
    peak = after = _mebibytes(app)
    settles = time.monotonic() + _SETTLE_SECONDS
    while after - memory > _KEPT_MEBIBYTES and time.monotonic() < settles:
        wait_of_one(address)
        after = _mebibytes(app)
    lines = [line for line in app.log[log:].splitlines() if "page=" not in line]
    print(
        f"{name:28} readers {len(waits.seconds):4} p95 {waits.within():6.2f} s, worst "
        f"{max(waits.seconds):6.2f} s; memory {memory:.0f} > {peak:.0f} > {after:.0f} MiB; "
        f"log {len(lines)} lines",
        flush=True,
    )
    return waits.within() < MOST_SECONDS and after - memory < _KEPT_MEBIBYTES and len(lines) < 10


def _job(attack: Attack, address: str) -> Callable[[threading.Event], None]:
    return lambda over: attack(address, over)


def _mebibytes(app: AppServer) -> float:
    status = Path(f"/proc/{app.pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def main(seconds: float, of: Path) -> int:
    """Try every attack on one server, one after the other; 1 where any of them did harm."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running_app(Path(folder) / "log.txt", folder=of) as app,
    ):
        wait_of_one(app.url.removeprefix("http://"))
        time.sleep(5)
        held = [_try(app, name, attacks, seconds) for name, attacks in _ATTACKS.items()]
        print("held" if all(held) else "did harm")
        return 0 if all(held) else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.attack", description=__doc__)
    parser.add_argument("--seconds", type=float, default=20, help="how long each attack lasts")
    parser.add_argument("--of", type=Path, default=ROOT, help="the folder of another version")
    arguments = parser.parse_args()
    sys.exit(main(arguments.seconds, arguments.of))
