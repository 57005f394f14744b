"""Sessions keep one list of screens; each finds its own page in it, as without the workaround."""

from __future__ import annotations

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.source_util import PageInfo

from aid.ui.server.workarounds import pages_once


def listed(*names: str) -> dict[str, PageInfo]:
    """A list of screens as a run writes it, with new objects each time."""
    return {
        f"hash-{name}": {
            "page_script_hash": f"hash-{name}",
            "page_name": name,
            "script_path": f"pages/{name}.py",
            "url_pathname": name,
        }
        for name in names
    }


def test_sessions_share_what_is_the_same_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = PagesManager.set_pages_and_resolve
    monkeypatch.setattr(PagesManager, "set_pages_and_resolve", plain)  # put back at the end
    pages_once.mend()
    first, second, other = (PagesManager("app.py") for _ in range(3))
    second.set_script_intent("", "about")
    found = [
        session.set_pages_and_resolve(listed("start", "about"), "hash-start")
        for session in (first, second)
    ]
    found.append(other.set_pages_and_resolve(listed("start"), "hash-start"))
    assert [page and page["page_name"] for page in found] == ["start", "about", "start"]
    about = [session.get_pages().get("hash-about") for session in (first, second, other)]
    assert about[0] is about[1]
    assert about[2] is None
    assert second.get_pages() == listed("start", "about")
