"""What a screen sends to a reader who has given no answers: one run in a session of its own."""

from __future__ import annotations

import asyncio

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime, SessionClient

from aid.catalogue.addresses import Address

_LONGEST_SECONDS = 60


class _Listener(SessionClient):
    """Takes the place of a browser, and keeps what it is sent."""

    def __init__(self) -> None:
        self.sent: list[ForwardMsg] = []
        self.finished = asyncio.Event()

    @property
    def client_context(self) -> None:
        """No browser, so no headers and no address."""
        return None

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        """Keep one message."""
        self.sent.append(msg)
        if msg.WhichOneof("type") == "script_finished":
            self.finished.set()


async def run_of(address: Address) -> list[ForwardMsg]:
    """Everything that one run of a screen sends.

    Call it on the loop of the server.

    Raises:
        TimeoutError: The run did not end.
    """
    runtime, listener = Runtime.instance(), _Listener()
    session = runtime.connect_session(listener, user_info={})
    try:
        asking = BackMsg()
        asking.rerun_script.page_name = address.path
        asking.rerun_script.context_info.timezone = "UTC"
        runtime.handle_backmsg(session, asking)
        await asyncio.wait_for(listener.finished.wait(), _LONGEST_SECONDS)
    finally:
        runtime.close_session(session)
    return listener.sent
