"""The browser is told the same settings as without the workaround; they are worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime import app_session

from aid.ui.server.workarounds import settings_once

SECTIONS = ("theme", *(f"theme.{category.value}" for category in config.CustomThemeCategories))


def told(session: NewSession) -> bytes:
    """What a run tells of the settings."""
    app_session._populate_config_msg(session.config)
    theme = session.custom_theme
    app_session._populate_theme_msg(theme)
    for part, section in zip(
        (theme.sidebar, theme.light, theme.dark, theme.light.sidebar, theme.dark.sidebar),
        ("sidebar", "light", "dark", "light.sidebar", "dark.sidebar"),
        strict=True,
    ):
        app_session._populate_theme_msg(part, f"theme.{section}")
    return session.SerializeToString(deterministic=True)


def test_what_is_told_is_the_same_and_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, count = told(NewSession()), 0

    def counted(populate: Callable[..., None]) -> Callable[..., None]:
        def populate_counted(*values: Any) -> None:
            nonlocal count
            count += 1
            populate(*values)

        return populate_counted

    for name in settings_once.POPULATE:
        monkeypatch.setattr(app_session, name, counted(getattr(app_session, name)))
    settings_once.mend()
    assert [told(NewSession()) for _ in range(3)] == [plain] * 3
    assert count == 7
    assert b"typeface/AtkinsonHyperlegible-Bold.ttf" in plain
