"""Which messages of a browser the server takes in, and how much each of them may hold.

Streamlit takes all that its own pages could send, in any size. The aid's pages say what the tab has
kept, ask for runs, and stop them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

NOT_OURS: Final = 1003
"""Closes a socket that sent what no page of the aid sends."""
TOO_LARGE: Final = 1009
"""Closes a socket that sent more than a page of the aid has to say."""

MOST_BYTES: Final = {
    "rerun_script": 1_000_000,  # it may hold an answers file of 256 KiB, its characters as \uXXXX
    "stop_script": 100,
    "app_heartbeat": 100,
}
"""The messages that are let in, with the most bytes of each."""
_MOST_OF_OTHERS: Final = max(most for kind, most in MOST_BYTES.items() if kind != "rerun_script")

_RUN_BEGINS: Final = BackMsg.DESCRIPTOR.fields_by_name["rerun_script"].number << 3 | 2
"""The first byte of the one message that may be long: others are refused before they are read."""

MOST_LETTERS: Final = 20_000
"""How many characters of a text are taken in. No box of the aid keeps as many."""

_MOST_IN_STATE: Final = {
    "query_string": 2_000,
    "page_script_hash": 100,
    "page_name": 200,
    "fragment_id": 200,
}
_MOST_IN_CONTEXT: Final = {"timezone": 100, "locale": 100, "url": 2_000, "color_scheme": 100}
_MOST_HASHES: Final = 2_000
_MOST_HASH: Final = 100
_MOST_WIDGETS: Final = 1_000
_MOST_ID: Final = 500
_MOST_CHOICES: Final = 200
_MOST_OF_AN_END: Final = 400
_VALUES: Final = frozenset(
    {
        None,
        "bool_value",
        "trigger_value",
        "string_value",
        "string_array_value",
        "json_value",
        "json_trigger_value",
    }
)
"""What the aid's widgets hold: ticks, buttons, texts and choices, several choices, components."""


class RefusedError(Exception):
    """A message that is not let in.

    Attributes:
        code: What the socket is closed with.
    """

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Admitted(NamedTuple):
    """A message that is let in.

    Attributes:
        data: Its bytes.
        asks_for_run: Whether the script is to run.
    """

    data: bytes
    asks_for_run: bool


def admitted(data: bytes | None) -> Admitted:
    """Read one message of a browser.

    Args:
        data: The message as it came; ``None`` for one that is not binary.

    Returns:
        The message to pass on: the same bytes, or without what is longer than the aid keeps.

    Raises:
        RefusedError: It is none that the aid's pages send, or it is too large.
    """
    if data is None:
        raise RefusedError(NOT_OURS)
    if len(data) > max(MOST_BYTES.values()):
        raise RefusedError(TOO_LARGE)
    if len(data) > _MOST_OF_OTHERS and data[0] != _RUN_BEGINS:
        raise RefusedError(TOO_LARGE)
    try:
        message = BackMsg.FromString(data)
    except DecodeError:
        raise RefusedError(NOT_OURS) from None
    kind = message.WhichOneof("type")
    if kind not in MOST_BYTES:
        raise RefusedError(NOT_OURS)
    if len(data) > MOST_BYTES[kind]:
        raise RefusedError(TOO_LARGE)
    size = message.ByteSize()
    message.DiscardUnknownFields()
    if message.ByteSize() != size:  # Streamlit would keep them for as long as the session
        raise RefusedError(NOT_OURS)
    if kind == "rerun_script" and _cut(message.rerun_script):
        data = message.SerializeToString()
    return Admitted(data, asks_for_run=kind == "rerun_script")


def ends_run(data: bytes | None) -> bool:
    """Whether a message of the server says that a run is over, and no other follows at once."""
    if data is None or len(data) > _MOST_OF_AN_END:
        return False
    message = ForwardMsg.FromString(data)
    return (
        message.WhichOneof("type") == "script_finished"
        and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
    )


def _cut(state: ClientState) -> bool:
    """Look at all that comes with a run, and take out what is too long; whether anything was."""
    hashes, widgets = state.cached_message_hashes, state.widget_states.widgets
    if len(hashes) > _MOST_HASHES or len(widgets) > _MOST_WIDGETS:
        raise RefusedError(TOO_LARGE)
    if any(len(one) > _MOST_HASH for one in hashes):
        raise RefusedError(TOO_LARGE)
    cut = _clear_long_fields(state, _MOST_IN_STATE.items())
    cut |= _clear_long_fields(state.context_info, _MOST_IN_CONTEXT.items())
    events = 0
    for widget in widgets:
        kind = widget.WhichOneof("value")
        if kind not in _VALUES or len(widget.id) > _MOST_ID:
            raise RefusedError(NOT_OURS)
        if kind == "string_value":
            cut |= _shorten(widget)
        elif kind == "string_array_value":
            _check_choices(widget)
        elif kind == "json_value" and len(widget.json_value) > MOST_LETTERS:
            raise RefusedError(TOO_LARGE)
        elif kind == "json_trigger_value":
            events += _events(widget.json_trigger_value)
    if events > 1:
        raise RefusedError(NOT_OURS)
    return cut


def _clear_long_fields(message: Any, most: Iterable[tuple[str, int]]) -> bool:
    cut = False
    for name, limit in most:
        if len(getattr(message, name)) > limit:
            setattr(message, name, "")
            cut = True
    return cut


def _shorten(widget: WidgetState) -> bool:
    if len(widget.string_value) <= MOST_LETTERS:
        return False
    widget.string_value = widget.string_value[:MOST_LETTERS]
    return True


def _check_choices(widget: WidgetState) -> None:
    chosen = widget.string_array_value.data
    if len(chosen) > _MOST_CHOICES or any(len(one) > _MOST_ID for one in chosen):
        raise RefusedError(TOO_LARGE)


def _events(value: str) -> int:
    """How many things a component reports. Streamlit's time grows with the square of it."""
    try:
        reported = json.loads(value)
    except (ValueError, RecursionError):
        raise RefusedError(NOT_OURS) from None
    return len(reported) if isinstance(reported, list) else 1
