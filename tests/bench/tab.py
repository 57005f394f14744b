"""One tab of a browser, as far as the server can see: what it shows, knows and sends.

It speaks Streamlit's own websocket protocol and touches no socket itself, so that one visitor who
waits and a crowd that does not can both use it. As a browser does, it sends the state of every
widget on the screen with each run, and says which large messages it still has, so that the server
need not send them again.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

_FINISHED = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)
_RUNS_KEPT = 100  # global.maxCachedMessageAge in our settings
_LISTS = ("radio", "button_group")
_BUTTON, _COPY = "button", "bidi_component"
_KINDS = (*_LISTS, "checkbox", "text_area", _BUTTON, _COPY)


class _Widget(NamedTuple):
    id: str
    kind: str
    options: tuple[str, ...]
    fragment: str


class _Kept(NamedTuple):
    run: int
    widget: _Widget | None


class Tab:
    """What one tab knows of the app. Each request is bytes to send; then ``take`` what comes."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._page = self._page_hash = ""
        self._widgets: dict[str, _Widget] = {}
        self._states: dict[str, WidgetState] = {}
        self._drawn: set[str] = set()
        self._parts: frozenset[str] = frozenset()
        self._kept: dict[str, _Kept] = {}
        self._run = 0
        self.received: list[bytes] = []

    @property
    def text(self) -> str:
        """Everything that the last run sent, its bytes read as text."""
        return b"".join(self.received).decode("utf-8", errors="replace")

    @property
    def received_bytes(self) -> int:
        """How much the last run sent."""
        return sum(map(len, self.received))

    def value(self, key: str) -> Any:
        """What the widget with a key holds: a bool, a text, or a tuple of texts."""
        state = self._states[self._widgets[key].id]
        kind = state.WhichOneof("value")
        if kind == "string_array_value":
            return tuple(state.string_array_value.data)
        return getattr(state, kind) if kind else None

    def brings(self, answers: str) -> str:
        """What the tab says before its first message: the answers that it has kept."""
        return json.dumps({"number": 1, "answers": answers, "reloaded": bool(answers)})

    def go(self, page: str) -> bytes:
        """Ask for a screen by its address; nothing is known of it yet."""
        self._page, self._page_hash = page, ""
        self._widgets.clear()
        self._states.clear()
        return self.rerun()

    def rerun(self) -> bytes:
        """Ask for one more run, nothing changed."""
        return self._request(())

    def flip(self, key: str) -> bytes:
        """Click: press a button, toggle a tick, or choose the next of several options.

        Raises:
            RuntimeError: The screen has no such widget.
        """
        widget = self._widgets.get(key)
        if widget is None:
            raise RuntimeError(f"the screen {self._page or 'start'} has no widget {key}")
        if widget.kind == _BUTTON:
            return self._request([WidgetState(id=widget.id, trigger_value=True)], widget.fragment)
        state = self._states.setdefault(widget.id, WidgetState(id=widget.id))
        if widget.kind == "checkbox":
            state.bool_value = not state.bool_value
        elif widget.kind == "button_group":
            chosen = _next(widget.options, (*state.string_array_value.data, "")[0])
            state.string_array_value.data[:] = [chosen]
        else:
            state.string_value = _next(widget.options, state.string_value)
        return self._request((), widget.fragment)

    def take(self, data: bytes) -> bool:
        """Take one message of the server.

        Returns:
            Whether it was the last one of the run.

        Raises:
            RuntimeError: The script failed.
        """
        self.received.append(data)
        message = ForwardMsg.FromString(data)
        kind = message.WhichOneof("type")
        if kind == "delta":
            if message.delta.WhichOneof("type") == "new_element":
                widget = self._learn(message.delta.new_element, message.delta.fragment_id)
                if message.metadata.cacheable:
                    self._kept[message.hash] = _Kept(self._run, widget)
        elif kind == "ref_hash":
            widget = self._kept[message.ref_hash].widget
            self._kept[message.ref_hash] = _Kept(self._run, widget)
            if widget:
                self._drawn.add(widget.id)
        elif kind == "new_session":
            self._parts = frozenset(message.metadata.run.fragment_ids)
        elif kind == "navigation":
            self._page_hash = message.navigation.page_script_hash
        elif kind == "script_finished" and message.script_finished in _FINISHED:
            self._finish()
            return True
        return False

    def given(self, component: str) -> dict[str, Any]:
        """What the last run gave a component of ours; empty where it was not drawn."""
        for data in reversed(self.received):
            drawn = ForwardMsg.FromString(data).delta.new_element.bidi_component
            if drawn.component_name.rpartition(".")[2] == component:
                return dict(json.loads(drawn.json or drawn.mixed.json))
        return {}

    def _request(self, pressed: list[WidgetState] | tuple[()], fragment: str = "") -> bytes:
        self.received, self._drawn = [], set()
        message = BackMsg()
        state = message.rerun_script
        state.page_name, state.page_script_hash = self._page, self._page_hash
        state.fragment_id = fragment
        state.context_info.timezone, state.context_info.locale = "UTC", "en-US"
        state.context_info.url = f"http://{self._address}/{self._page}"
        state.cached_message_hashes.extend(self._kept)
        state.widget_states.widgets.extend((*self._states.values(), *pressed))
        return message.SerializeToString()

    def _learn(self, element: Element, fragment: str) -> _Widget | None:
        kind = element.WhichOneof("type")
        if kind == "exception" or (kind == "alert" and element.alert.format == element.alert.ERROR):
            raise RuntimeError(f"the screen {self._page or 'start'} failed")
        if kind not in _KINDS:
            return None
        sent = getattr(element, kind)
        options = _options(sent) if kind in _LISTS else ()
        widget = _Widget(sent.id, kind, options, fragment)
        # An id is a mark, a hash, and the key that the script gave.
        self._widgets[sent.id.split("-", 2)[-1]] = widget
        self._drawn.add(sent.id)
        if kind not in (_BUTTON, _COPY) and (sent.set_value or sent.id not in self._states):
            self._states[sent.id] = _state(widget, sent)
        return widget

    def _finish(self) -> None:
        self._run += 1
        self._kept = {k: v for k, v in self._kept.items() if self._run - v.run <= _RUNS_KEPT}
        # What was not drawn again is gone from the screen, save where only parts were drawn.
        self._widgets = {
            key: widget
            for key, widget in self._widgets.items()
            if widget.id in self._drawn or (self._parts and widget.fragment not in self._parts)
        }
        there = {widget.id for widget in self._widgets.values()}
        self._states = {k: v for k, v in self._states.items() if k in there}


def _options(sent: Any) -> tuple[str, ...]:
    return tuple(option if isinstance(option, str) else option.content for option in sent.options)


def _next(options: tuple[str, ...], chosen: str) -> str:
    return options[(options.index(chosen) + 1) % len(options)] if chosen in options else options[0]


def _state(widget: _Widget, sent: Any) -> WidgetState:
    """What a widget holds when it is drawn: what the script set, else what it begins with."""
    state = WidgetState(id=widget.id)
    if widget.kind == "checkbox":
        state.bool_value = sent.value if sent.set_value else sent.default
    elif widget.kind == "text_area":
        state.string_value = sent.value if sent.set_value else sent.default
    elif widget.kind == "button_group":
        default = [widget.options[place] for place in sent.default]
        state.string_array_value.data.extend(sent.raw_values if sent.set_value else default)
    elif sent.set_value:
        state.string_value = sent.raw_value
    elif sent.HasField("default"):
        state.string_value = widget.options[sent.default]
    return state
