"""Keeping answers: a copy in the reader's tab, a file to save and to load, a way to clear it all.

The copy is in the browser's session storage, which belongs to one tab. It is asked for once, in the
first run of a session, and written only after that, so that an empty start never takes its place.
Files are read in the browser and come over the page's own connection: Streamlit's uploader would
leave the file in the server's memory after "Clear my answers".
"""

from __future__ import annotations

import base64
import binascii
from pathlib import Path
from typing import Any, Final, NamedTuple, NoReturn

import streamlit as st
from markupsafe import Markup

from aid.answers.file import MOST_BYTES, Kept, answers_json, copy_json, load_answers
from aid.answers.model import Answers
from aid.answers.retired import retired_notices
from aid.answers.salvage import salvage_answers
from aid.catalogue.ids import PageId
from aid.errors import AnswersError
from aid.ui import frame, library, routes, state, tab
from aid.ui.addresses import base_path
from aid.ui.deliver import deliver
from aid.ui.html import html
from aid.ui.parts import part
from aid.ui.settings import settings
from aid.views.elements import bullets, jump_target, paragraph

_ASSETS = Path(__file__).parent / "assets"
_FILE, _IDLE = "answers-file", "idle"
_SAVING, _LOADING, _CLEARING, _SAID = (
    f"{state.HERE}{name}" for name in ("saving", "loading", "clearing", "said")
)


class _Outcome(NamedTuple):
    """What came of the file that the reader picked last."""

    failed: bool = False
    sentences: tuple[str, ...] = ()


_NO_FILE: Final = _Outcome()

_file = st.components.v2.component(
    "answers_file",
    js=(_ASSETS / "answers_file.js").read_text(encoding="utf-8"),
    css=(_ASSETS / "answers_file.css").read_text(encoding="utf-8"),
)
_idle = st.components.v2.component(
    "idle",
    js=(_ASSETS / "idle.js").read_text(encoding="utf-8"),
    css=(_ASSETS / "idle.css").read_text(encoding="utf-8"),
)


def finish() -> None:
    """On a shared device: the control that clears everything, at the top of every screen."""
    words = library.catalogue().interface.keep
    if settings().shared_device:
        st.button(words.finish, key="finish", **state.on_click(_clear, words.cleared))


@part("foot")
def foot(page_id: PageId) -> None:
    """What stands below every screen: where the answers are, and what keeps them in the tab."""
    _area()
    _mount(page_id)


def _area() -> None:
    """Where the answers are, and Save, Load and Clear: at the foot of every screen."""
    words = library.catalogue().interface.keep
    shared = settings().shared_device
    with st.container(key="keep"):
        title = jump_target(frame.KEEP_PLACE, words.title)
        html(title + paragraph(words.where_shared if shared else words.where))
        with st.container(horizontal=True):
            st.button(words.save, key="save", **state.on_click(state.want, _SAVING, "foot"))
            st.button(words.load, key="load", **state.on_click(_toggle, _LOADING))
            st.button(words.clear, key="clear", **state.on_click(_toggle, _CLEARING))
        if state.view(_SAVING, default=False):
            _save()
            state.set_view(_SAVING, value=False)
        if state.view(_LOADING, default=False):
            _load()
        if state.view(_CLEARING, default=False):
            _confirm()


def _mount(page_id: PageId) -> None:
    """Keep the tab's copy up to date, or ask for it; on a shared device, watch for idle minutes."""
    shared = settings().shared_device
    copy = {
        "ask": not state.view("asked", default=False),
        "keeps": not shared,
        "answers": "" if shared else copy_json(state.answers()),
    }
    tab.mount(frame.shell(page_id), copy, found=_found)
    if shared:
        _idle(
            key=_IDLE,
            on_idle_change=state.told(_clear_idle),
            data={
                "warning": library.catalogue().interface.keep.idle_warning,
                "start": f"{base_path()}/",
                "cleared": state.times_cleared(),
                "active": page_id != routes.START or state.answers() != Answers(),
            },
        )


def _toggle(name: str) -> state.Parts:
    for other in (_LOADING, _CLEARING):
        state.set_view(other, value=other == name and not state.view(other, default=False))
    state.set_view(_SAID, _NO_FILE)
    return ("foot",)


def _save() -> None:
    catalogue = library.catalogue()
    words = catalogue.interface.keep
    version = catalogue.manifest.content_version.isoformat()
    data = answers_json(state.answers(), version).encode("utf-8")
    deliver(data, name=words.file_name, mime="application/json", again=words.save_again)


def _load() -> None:
    words = library.catalogue().interface.keep
    _file(
        key=_FILE,
        on_file_change=state.told(_loaded),
        data={"label": words.load_label, "hint": words.load_hint, "most": MOST_BYTES},
    )
    outcome = state.view(_SAID, _NO_FILE)
    if outcome.failed:
        said = paragraph(words.not_loaded) + bullets(outcome.sentences)
        html(Markup('<div class="problem" role="alert">{}</div>').format(said))
    else:
        for sentence in outcome.sentences:
            frame.status(sentence)
    st.button(words.load_close, key="load-close", **state.on_click(_toggle, _LOADING))


def _loaded() -> state.Parts:
    catalogue = library.catalogue()
    words = catalogue.interface.keep
    sent = getattr(state.widget_value(_FILE), "file", None)
    try:
        data = base64.b64decode(sent, validate=True) if isinstance(sent, str) else b""
    except binascii.Error:
        data = b""
    try:
        kept = load_answers(data, catalogue.question_by_id, catalogue.retired)
    except AnswersError as error:
        state.set_view(_SAID, _Outcome(failed=True, sentences=error.problems))
        return ("foot",)
    state.load(kept.answers)
    said = (words.loaded, *retired_notices(words, kept.retired))
    state.set_view(_SAID, _Outcome(sentences=said))
    return ("whole",)


def _confirm() -> None:
    words = library.catalogue().interface.keep
    with st.container(key="group-clear"):
        question = paragraph(words.clear_question, "group-label")
        html(Markup('<div role="alert">{}</div>').format(question))
        with st.container(horizontal=True):
            st.button(
                words.clear_yes,
                key="clear-yes",
                type="primary",
                **state.on_click(_clear, words.cleared),
            )
            st.button(words.clear_no, key="clear-no", **state.on_click(_toggle, _CLEARING))


def _clear(said: str) -> NoReturn:
    state.clear()
    state.set_notices(said)
    routes.go(routes.START)


def _clear_idle() -> NoReturn:
    _clear(library.catalogue().interface.keep.idle_cleared)


def _found() -> state.Parts:
    if state.view("asked", default=False):
        return ("foot",)
    state.set_view("asked", value=True)
    found = getattr(state.widget_value(tab.KEY), "found", None)
    told: dict[str, Any] = found if isinstance(found, dict) else {}
    again, reloaded = told.get("again") is True, told.get("reloaded") is True
    text = told.get("answers")
    catalogue = library.catalogue()
    words = catalogue.interface.keep
    if settings().shared_device or not isinstance(text, str) or not text:
        if not again and not reloaded:
            return ("foot",)
        shared = settings().shared_device
        state.set_notices(words.nothing_kept_shared if shared else words.nothing_kept)
        return ("whole",)
    kept = salvage_answers(text, catalogue.question_by_id, catalogue.retired)
    state.bring_back(kept.answers, screen_counts=again)
    state.set_notices(*_said_of(kept, again=again))
    return ("whole",)


def _said_of(kept: Kept, *, again: bool) -> tuple[str, ...]:
    words = library.catalogue().interface.keep
    said = []
    if kept.answers != Answers():
        said.append(words.restored_after_break if again else words.restored)
    if not kept.whole:
        said.append(words.restored_in_part)
    return (*said, *retired_notices(words, kept.retired))
