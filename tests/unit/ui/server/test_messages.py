"""What a message may hold, and what becomes of one that holds more."""

from __future__ import annotations

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from aid.ui.server.messages import MOST_BYTES, MOST_LETTERS, TOO_LARGE, RefusedError, admitted
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
