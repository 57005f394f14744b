"""What is sent over the socket: only what the aid's pages send comes in, and only so much."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.attack.others import at_most, readers, wait_of_one
from tests.attack.raw import BINARY, TEXT, Raw, frame, run_of
from tests.bench.visitor import COPY, Visitor
from tests.conftest import AppServer

pytestmark = pytest.mark.slow


def uploads(count: int) -> bytes:
    """A message that asks for places to upload files to."""
    message = BackMsg()
    message.file_urls_request.request_id = "r"
    message.file_urls_request.session_id = "s"
    message.file_urls_request.file_names.extend(["a"] * count)
    return message.SerializeToString()


def run_with(*states: WidgetState) -> bytes:
    """A message that asks for the first screen, with what widgets hold."""
    message = BackMsg()
    message.rerun_script.widget_states.widgets.extend(states)
    return message.SerializeToString()


def events(count: int) -> bytes:
    """A message in which a component reports many things at once."""
    told = json.dumps([{"event": "found", "value": 1}] * count)
    return run_with(WidgetState(id="tab", json_trigger_value=told))


def skills() -> bytes:
    """A message that asks the server to install something."""
    message = BackMsg()
    message.backend_operation_request.request_id = "r"
    message.backend_operation_request.install_skills.SetInParent()
    return message.SerializeToString()


REFUSED: dict[str, tuple[Callable[[], bytes], int]] = {
    "a text": (lambda: frame(b"hello", TEXT), 1003),
    "nothing": (lambda: frame(b""), 1003),
    "no message at all": (lambda: frame(b"\xff" * 100), 1003),
    "uploads": (lambda: frame(uploads(3)), 1003),
    "many uploads": (lambda: frame(uploads(100_000)), 1009),
    "more than a page has to say": (lambda: frame(run_of("x" * 1_000_001)), 1009),
    "clear the cache": (lambda: frame(BackMsg(clear_cache=True).SerializeToString()), 1003),
    "end the server": (
        lambda: frame(BackMsg(debug_shutdown_runtime=True).SerializeToString()),
        1003,
    ),
    "git": (lambda: frame(BackMsg(load_git_info=True).SerializeToString()), 1003),
    "install something": (lambda: frame(skills()), 1003),
    "two events": (lambda: frame(events(2)), 1003),
    "many events": (lambda: frame(events(5_000)), 1003),
    "events that nest": (
        lambda: frame(run_with(WidgetState(id="tab", json_trigger_value="[" * 200_000))),
        1003,
    ),
    "events that are none": (
        lambda: frame(run_with(WidgetState(id="tab", json_trigger_value="{not"))),
        1003,
    ),
    "more widgets than a screen has": (
        lambda: frame(run_with(*(WidgetState(id=f"w{n}", bool_value=True) for n in range(1_001)))),
        1009,
    ),
    "bytes": (lambda: frame(run_with(WidgetState(id="w", bytes_value=b"x"))), 1003),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_no_page_sends_closes_the_socket_at_once(
    address: str, target: AppServer, what: str
) -> None:
    sent, code = REFUSED[what]
    lines = other_lines(target)
    with Raw(address) as raw:
        raw.send(sent())
        assert raw.closed_with() == code
    assert other_lines(target) - lines <= 1
    assert "Traceback" not in target.log


def test_a_message_that_never_ends_is_not_held_for_long(address: str) -> None:
    with Raw(address) as raw:
        raw.send(frame(b"x" * 1000, BINARY, last=False))
        raw.send(*(frame(b"x" * 60_000, 0, last=False) for _ in range(50)))
        assert raw.closed_with() == 1009


def test_a_frame_that_only_says_it_is_large_is_refused(address: str) -> None:
    with Raw(address) as raw:
        raw.send(frame(b"x", says=199_000_000))
        assert raw.closed_with() == 1009


def test_bad_messages_fill_no_log(address: str, target: AppServer) -> None:
    lines = other_lines(target)
    for _ in range(100):
        with Raw(address) as raw:
            raw.send(frame(b"hello", TEXT))
    wait_of_one(address)
    assert other_lines(target) - lines <= 2


def test_the_log_repeats_nothing_of_a_message(address: str, target: AppServer) -> None:
    lines = other_lines(target)
    for number in range(20):
        with Raw(address) as raw:
            asked = BackMsg.FromString(run_of("sheet"))
            raw.send(frame(asked.SerializeToString()))
            assert finished(raw)
            state = asked.rerun_script
            state.fragment_id = state.page_script_hash = f"marked\n{number}"
            raw.send(frame(asked.SerializeToString()))
            finished(raw, seconds=0.2)
    wait_of_one(address)
    assert "marked" not in target.log
    assert other_lines(target) - lines <= 2


def test_a_time_zone_that_is_a_folder_is_none(address: str, target: AppServer) -> None:
    for zone in ("America", "Etc", "a" * 5_000, "UTC\0x", "../../etc/passwd"):
        message = BackMsg.FromString(run_of("sheet"))
        message.rerun_script.context_info.timezone = zone
        with Raw(address) as raw:
            raw.send(frame(message.SerializeToString()))
            assert finished(raw), zone
    assert "failed=sheet" not in target.log
    assert "failed=app" not in target.log


def test_the_server_tells_nobody_about_itself(address: str) -> None:
    with Raw(address) as raw:
        raw.send(frame(run_of("")))
        came = [data for kind, data in raw.messages(2) if kind == BINARY]
    told = [ForwardMsg.FromString(data) for data in came]
    (new,) = [message.new_session for message in told if message.HasField("new_session")]
    assert not new.initialize.user_info.installation_id
    assert not new.initialize.user_info.installation_id_v3
    assert not new.initialize.environment_info.python_version
    assert new.initialize.environment_info.streamlit_version != streamlit.__version__
    assert not new.initialize.environment_info.server_os
    whole = b"".join(came)
    assert str(Path.cwd()).encode() not in whole
    assert os.uname().nodename.encode() not in whole or len(os.uname().nodename) < 5


def test_readers_feel_nothing_of_bad_messages(address: str, target: AppServer) -> None:
    def hurl() -> None:
        with Raw(address) as raw:
            raw.send(frame(events(5_000)), frame(uploads(100_000)))

    most = at_most(address)
    for _ in range(5):
        hurl()
    assert readers(address, count=5).within(0.5) < most


def finished(raw: Raw, *, seconds: float = 5) -> bool:
    """Whether a run ends well."""
    for kind, data in raw.messages(seconds):
        message = ForwardMsg.FromString(data) if kind == BINARY else None
        if message and message.WhichOneof("type") == "script_finished":
            return message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
    return False


def other_lines(target: AppServer) -> int:
    """How many lines of the log are not about a screen that was drawn."""
    return sum("page=" not in line for line in target.log.splitlines())


def test_the_copy_of_the_tab_still_comes_in(address: str) -> None:
    answers = {"format": "scar-options-answers", "version": 1, "answers": {"notes": "ä" * 1_900}}
    with Visitor(address) as visitor:
        visitor.arrive("sheet", json.dumps(answers))
        assert COPY in visitor.tab._widgets
        assert visitor.tab.value("ask.notes") == "ä" * 1_900
