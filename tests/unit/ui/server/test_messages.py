"""What a message may hold, and what becomes of one that holds more."""

from __future__ import annotations

import pytest
from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from aid.ui.server.messages import (
    MOST_BYTES,
    MOST_LETTERS,
    NOT_OURS,
    TOO_LARGE,
    RefusedError,
    admitted,
)
from tests.bench.tab import Tab


def run(**values: object) -> BackMsg:
    message = BackMsg()
    message.rerun_script.SetInParent()
    for name, value in values.items():
        setattr(message.rerun_script, name, value)
    return message


def test_what_a_browser_sends_goes_on_byte_for_byte() -> None:
    sent = Tab("127.0.0.1:1").go("compare")
    assert admitted(sent).data is sent


def test_a_long_text_is_cut_and_the_rest_stays() -> None:
    message = run(page_name="sheet")
    message.rerun_script.widget_states.widgets.extend(
        [
            WidgetState(id="notes", string_value="ä" * (MOST_LETTERS + 5)),
            WidgetState(id="tick", bool_value=True),
        ]
    )
    got = BackMsg.FromString(admitted(message.SerializeToString()).data).rerun_script
    notes, tick = got.widget_states.widgets
    assert notes.string_value == "ä" * MOST_LETTERS
    assert (tick.bool_value, got.page_name) == (True, "sheet")


def test_a_place_that_is_too_long_is_emptied() -> None:
    message = run(query_string="a=" + "b" * 5_000, page_name="sheet")
    message.rerun_script.context_info.timezone = "a" * 5_000
    got = BackMsg.FromString(admitted(message.SerializeToString()).data).rerun_script
    assert (got.query_string, got.context_info.timezone, got.page_name) == ("", "", "sheet")


def test_a_long_message_that_asks_for_no_run_is_refused_before_it_is_read() -> None:
    """Reading a hundred thousand names of files would hold everybody up; these are none at all."""
    with pytest.raises(RefusedError) as refused:
        admitted(b"\xff" * 1_001)
    assert refused.value.code == TOO_LARGE


def widgets(*states: WidgetState) -> BackMsg:
    message = run()
    message.rerun_script.widget_states.widgets.extend(states)
    return message


def choices(*chosen: str) -> WidgetState:
    state = WidgetState(id="w")
    state.string_array_value.data.extend(chosen)
    return state


def hashes(*named: str) -> BackMsg:
    message = run()
    message.rerun_script.cached_message_hashes.extend(named)
    return message


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (hashes(*("a" * 32 for _ in range(2_001))), TOO_LARGE),
        (hashes("a" * 101), TOO_LARGE),
        (widgets(*(WidgetState(id=f"w{number}") for number in range(1_001))), TOO_LARGE),
        (widgets(choices(*("a" for _ in range(201)))), TOO_LARGE),
        (widgets(choices("a" * 501)), TOO_LARGE),
        (widgets(WidgetState(id="w", json_value="a" * (MOST_LETTERS + 1))), TOO_LARGE),
        (widgets(WidgetState(id="w" * 501, bool_value=True)), NOT_OURS),
        (widgets(WidgetState(id="w", double_value=1)), NOT_OURS),
        (widgets(*(WidgetState(id="w", json_trigger_value="{}") for _ in range(2))), NOT_OURS),
    ],
)
def test_nothing_in_a_run_may_be_longer_or_more_than_a_page_has(
    message: BackMsg, code: int
) -> None:
    with pytest.raises(RefusedError) as refused:
        admitted(message.SerializeToString())
    assert refused.value.code == code


@pytest.mark.parametrize("part", ["", "rerun_script", "context_info", "widget"])
def test_what_no_part_of_a_message_is_called_is_not_let_in(part: str) -> None:
    """It would be kept for as long as the session, whatever its size."""
    message = widgets(WidgetState(id="tick", bool_value=True))
    message.rerun_script.context_info.timezone = "UTC"
    parts: dict[str, Message] = {
        "": message,
        "rerun_script": message.rerun_script,
        "context_info": message.rerun_script.context_info,
        "widget": message.rerun_script.widget_states.widgets[0],
    }
    assert admitted(message.SerializeToString()).asks_for_run
    parts[part].MergeFromString(b"\xa2\x06\x03abc")
    with pytest.raises(RefusedError) as refused:
        admitted(message.SerializeToString())
    assert refused.value.code == NOT_OURS


@pytest.mark.parametrize("kind", ["stop_script", "app_heartbeat"])
def test_short_messages_are_let_in_and_long_ones_are_not(kind: str) -> None:
    message = BackMsg()
    setattr(message, kind, True)
    sent = message.SerializeToString()
    assert admitted(sent) == (sent, False)
    unknown_field = b"\xa2\x06" + bytes([MOST_BYTES[kind]]) + b"x" * MOST_BYTES[kind]
    with pytest.raises(RefusedError) as refused:
        admitted(sent + unknown_field)
    assert refused.value.code == 1009


@pytest.mark.parametrize(
    "field",
    sorted(
        {field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields} - set(MOST_BYTES)
    ),
)
def test_every_other_kind_is_refused(field: str) -> None:
    message = BackMsg()
    if BackMsg.DESCRIPTOR.fields_by_name[field].message_type:
        getattr(message, field).SetInParent()
    else:
        setattr(message, field, True)
    with pytest.raises(RefusedError) as refused:
        admitted(message.SerializeToString())
    assert refused.value.code == 1003
