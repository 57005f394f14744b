"""Each run begins by telling the browser about the server's machine.

Fault: the path of the script, the versions of Python and Streamlit, the operating system and an id
made from the machine's own go to whoever opens the socket. The page uses none of it, but for one
thing: it loads itself again when the version has changed. The address of its own script serves as
well for that, and says nothing new.
Seen in: Streamlit 1.67.0.
Upstream: none found.
Test: tests/attack/test_messages.py.
Delete when: a setting leaves it out.
"""

from __future__ import annotations

from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession

from aid.ui.server.streamlit_files import named_in_page


def mend() -> None:
    """Take out of the message what is about the machine."""
    create = AppSession._create_new_session_message
    version = named_in_page()[0]

    def create_less(self: AppSession, *values: Any, **more: Any) -> ForwardMsg:
        message = create(self, *values, **more)
        new = message.new_session
        new.main_script_path = ""
        new.initialize.user_info.Clear()
        new.initialize.environment_info.Clear()
        new.initialize.environment_info.streamlit_version = version
        return message

    AppSession._create_new_session_message = create_less  # type: ignore[method-assign]
