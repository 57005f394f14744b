"""One visitor who speaks Streamlit's own websocket protocol, without a browser."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

_FINISHED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR)


class Visitor:
    """Opens screens of one server, answers questions, asks for reruns."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._page = self._page_hash = ""
        self._widgets: dict[str, str] = {}
        self._values: dict[str, bool | str] = {}
        self._socket = connect(
            f"ws://{address}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            compression=None,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._socket.close()

    def open(self, page: str) -> str:
        """Go to a screen and return everything it sent, as ``rerun`` does."""
        self._page, self._page_hash = page, ""
        self._widgets.clear()
        self._values.clear()
        return self.rerun()

    def answer(self, key: str, value: bool | str) -> str:
        """Tick a box, or choose one answer by its words, by the key of the widget."""
        self._values[key] = value
        return self.rerun()

    def rerun(self) -> str:
        """Run the script once and return all that came back, its bytes read as text.

        Raises:
            RuntimeError: The script ended in an exception.
        """
        message = BackMsg()
        state = message.rerun_script
        state.page_name, state.page_script_hash = self._page, self._page_hash
        state.context_info.timezone, state.context_info.locale = "UTC", "en-US"
        state.context_info.url = f"http://{self._address}/{self._page}"
        for key, value in self._values.items():
            widget = state.widget_states.widgets.add(id=self._widgets[key])
            if isinstance(value, bool):
                widget.bool_value = value
            else:
                widget.string_value = value
        self._socket.send(message.SerializeToString())
        received = bytearray()
        while True:
            data = self._socket.recv()
            assert isinstance(data, bytes)
            received += data
            answer = ForwardMsg.FromString(data)
            kind = answer.WhichOneof("type")
            if kind == "navigation":
                self._page_hash = answer.navigation.page_script_hash
            elif kind == "delta":
                self._learn(answer)
            elif kind == "script_finished" and answer.script_finished in _FINISHED:
                return received.decode("utf-8", errors="replace")

    def _learn(self, answer: ForwardMsg) -> None:
        if answer.delta.WhichOneof("type") != "new_element":
            return
        element = answer.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise RuntimeError(f"The script failed: {element.exception.type}")
        if kind in ("checkbox", "radio"):
            widget_id: str = getattr(element, kind).id
            # An id ends with the key that the script gave, after a hash.
            self._widgets[widget_id.partition("-ask.")[2]] = widget_id
