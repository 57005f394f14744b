"""What a host can set is read once, typed, and refused in plain words."""

from __future__ import annotations

import re
import tomllib

import pytest
from streamlit import config

from aid.errors import SettingsError
from aid.ui.server.settings import Settings, forget_sooner, read_settings
from tests.conftest import ROOT, SETTINGS


@pytest.mark.parametrize("environment", [{}, {"SHARED_DEVICE": "", "SITE_NAME": "  "}])
def test_nothing_set_is_the_default(environment: dict[str, str]) -> None:
    assert read_settings(environment) == Settings()


def test_everything_can_be_set() -> None:
    environment = {
        "SITE_NAME": " Northside Library ",
        "CONTACT_LINE": "Run by Northside Library, desk 2.",
        "SUPPORT_LINES": "Helpline: 000 000, day and night | | Text line: 000",
        "SHARED_DEVICE": "On",
        "FRAME_ANCESTORS": "https://clinic.example  http://intra.example:8080",
        "ALLOWED_HOSTS": "aid.example.org *.clinic.example",
    }
    assert read_settings(environment) == Settings(
        site_name="Northside Library",
        contact_line="Run by Northside Library, desk 2.",
        support_lines=("Helpline: 000 000, day and night", "Text line: 000"),
        shared_device=True,
        frame_ancestors=("https://clinic.example", "http://intra.example:8080"),
        allowed_hosts=("aid.example.org", "*.clinic.example"),
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SHARED_DEVICE", "yes"),
        ("FRAME_ANCESTORS", "clinic.example"),
        ("FRAME_ANCESTORS", "*"),
        ("FRAME_ANCESTORS", "https://clinic.example; script-src *"),
        ("FRAME_ANCESTORS", "https://clinic.example/page"),
        ("ALLOWED_HOSTS", "https://aid.example.org"),
        ("ALLOWED_HOSTS", "aid.example.org:443"),
    ],
)
def test_a_value_that_cannot_be_used_names_its_setting(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({name: value})
    assert all(problem.startswith(name) for problem in caught.value.problems)


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({"SHARED_DEVICE": "yes", "FRAME_ANCESTORS": "a b", "ALLOWED_HOSTS": "a:1"})
    assert len(caught.value.problems) == 4


def test_every_setting_is_in_the_table_for_hosts() -> None:
    table = (ROOT / "docs" / "operations.md").read_text("utf-8")
    code = (ROOT / "aid" / "ui" / "server" / "settings.py").read_text("utf-8")
    named = set(re.findall(r'environment\.get\("([A-Z_]+)"', code))
    assert named == set(SETTINGS)
    for name in (*named, "STREAMLIT_SERVER_PORT", "STREAMLIT_SERVER_ADDRESS"):
        assert f"| `{name}` |" in table


def test_what_is_shipped_is_what_the_table_says() -> None:
    shipped = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    table = (ROOT / "docs" / "operations.md").read_text("utf-8")
    server = shipped["server"]
    assert f"| `STREAMLIT_SERVER_ADDRESS` | {server['address']} |" in table
    seconds = server["disconnectedSessionTTL"]
    assert seconds == 30 * 60  # as the privacy text says
    assert f"| `STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL` | {seconds} |" in table
    assert shipped["browser"]["gatherUsageStats"] is False
    assert shipped["client"]["showErrorDetails"] == "none"
    assert shipped["logger"]["enableRich"] is False


@pytest.mark.parametrize(
    ("shared", "set_by_host", "seconds"),
    [("on", 1800, 300), ("on", 60, 60), ("off", 1800, 1800)],
)
def test_a_shared_device_forgets_a_closed_page_within_five_minutes(
    monkeypatch: pytest.MonkeyPatch, shared: str, set_by_host: int, seconds: int
) -> None:
    chosen = read_settings({"SHARED_DEVICE": shared})
    monkeypatch.setattr("aid.ui.server.settings.settings", lambda: chosen)
    option = "server.disconnectedSessionTTL"
    before = config.get_option(option)
    config.set_option(option, set_by_host)
    try:
        forget_sooner()
        assert config.get_option(option) == seconds
    finally:
        config.set_option(option, before)
