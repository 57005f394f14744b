"""Each session keeps a list of all screens of its own.

Fault: every run writes the list anew, and the session keeps it: with a page for each method that is
a ninth of all that a session holds. It is the same for everybody, and nothing changes it.
Seen in: Streamlit 1.67.0.
Upstream: none found.
Test: tests/unit/ui/server/test_pages_once.py.
Delete when: sessions share the list, or keep none.
"""

from __future__ import annotations

from typing import Any

from streamlit.runtime.pages_manager import PagesManager


def mend() -> None:
    """Let sessions whose lists say the same keep one list."""
    plain = PagesManager.set_pages_and_resolve
    kept: dict[str, Any] = {}

    def set_pages_and_resolve(
        self: PagesManager, pages: dict[str, Any], fallback_page_hash: str = ""
    ) -> Any:
        nonlocal kept
        shared = kept if pages == kept else pages
        kept = shared
        return plain(self, shared, fallback_page_hash)

    PagesManager.set_pages_and_resolve = set_pages_and_resolve  # type: ignore[method-assign]
