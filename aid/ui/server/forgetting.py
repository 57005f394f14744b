"""Forgets closed pages when their time is over, whether or not somebody else comes.

Streamlit drops them when the next page is closed. What they held it leaves to a full collection,
which may be hours later, and the last of them to the loop that sends messages, until it sends one.
"""

from __future__ import annotations

import asyncio
import gc
from typing import Any, Final

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime, SessionClient

_SECONDS: Final = 60
_SENT_SECONDS: Final = 0.2


async def each_minute() -> None:
    """Forget what is past its time, once a minute, for as long as the server runs."""
    while True:
        await asyncio.sleep(_SECONDS)
        await forget()


async def forget() -> None:
    """End the sessions past their time, and free what nothing holds any more."""
    _end_expired()
    await _send_to_nobody()
    gc.collect()
    gc.collect()  # the first leaves what had to be ended in good order, such as a loop


def _end_expired() -> None:
    # A function of its own: its last session must not be held while memory is freed.
    for _, expired in _sessions()._session_storage._cache.expire():
        expired.session.shutdown()


class _Nobody(SessionClient):
    """Takes the place of a browser."""

    @property
    def client_context(self) -> None:
        """No browser, so no headers and no address."""

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        """Take a message and drop it."""


async def _send_to_nobody() -> None:
    """Put an empty session and message in the place of those that the loop sent last."""
    session_id = Runtime.instance().connect_session(_Nobody(), user_info={})
    try:
        session = _sessions().get_active_session_info(session_id).session
        session._enqueue_forward_msg(ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY))
        await asyncio.sleep(_SENT_SECONDS)
    finally:
        Runtime.instance().close_session(session_id)


def _sessions() -> Any:
    # Streamlit has no public way to what it remembers.
    return Runtime.instance()._session_mgr
