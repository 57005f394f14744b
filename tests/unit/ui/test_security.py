"""Who may connect, and what the browser is told with every answer."""

from __future__ import annotations

import re
from typing import Any

import pytest

from aid.ui.security import CLOSED, content_security_policy, is_own_visitor


def scope(
    *, host: str, origin: str | None, client: str = "203.0.113.5", type_: str = "websocket"
) -> dict[str, Any]:
    headers = [(b"host", host.encode())]
    if origin is not None:
        headers.append((b"origin", origin.encode()))
    return {"type": type_, "headers": headers, "client": (client, 40000)}


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("aid.example.org", "https://aid.example.org"),
        ("aid.example.org:443", "https://aid.example.org"),
        ("AID.example.org", "https://aid.example.org"),
        ("127.0.0.1:8501", "http://127.0.0.1:8501"),
        ("[::1]:8501", "http://[::1]:8501"),
    ],
)
def test_our_own_pages_may_connect(host: str, origin: str) -> None:
    assert is_own_visitor(scope(host=host, origin=origin))


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("aid.example.org", "https://evil.example"),
        ("aid.example.org", "https://aid.example.org.evil.example"),
        ("aid.example.org", "https://aid.example.org:8443"),
        ("aid.example.org", "null"),
        ("aid.example.org", ""),
        ("aid.example.org", "https://"),
        ("aid.example.org", "https://aid.example.org:99999999"),
        ("127.0.0.1:8501", "http://127.0.0.1:8502"),
        ("127.0.0.1:8501", "http://localhost:8501"),
        ("", "https://evil.example"),
    ],
)
def test_pages_of_others_may_not(host: str, origin: str) -> None:
    assert not is_own_visitor(scope(host=host, origin=origin, client="127.0.0.1"))


@pytest.mark.parametrize(
    ("host", "client", "welcome"),
    [
        ("127.0.0.1:8501", "127.0.0.1", True),
        ("localhost:8501", "::1", True),
        ("127.0.0.1:8501", "203.0.113.5", False),
        ("aid.example.org", "127.0.0.1", False),  # a proxy on this machine speaks for others
        ("aid.example.org", "203.0.113.5", False),
    ],
)
def test_without_an_origin_only_this_machine_may_connect(
    host: str, client: str, *, welcome: bool
) -> None:
    assert is_own_visitor(scope(host=host, origin=None, client=client)) is welcome


def test_the_policy_allows_nothing_from_elsewhere_and_evaluates_no_text() -> None:
    rules = dict(rule.split(" ", 1) for rule in content_security_policy().split("; "))
    assert rules["default-src"] == "'self'"
    assert rules["connect-src"] == "'self'"
    assert rules["object-src"] == "'none'"
    assert rules["frame-ancestors"] == "'none'"
    assert "unsafe" not in rules["script-src"]
    assert len(re.findall(r"'sha256-[A-Za-z0-9+/]{43}='", rules["script-src"])) == 1
    assert not re.search(r"https?:|\*", content_security_policy())


def test_only_the_named_sites_may_frame_the_aid() -> None:
    policy = content_security_policy(("https://clinic.example", "https://two.example"))
    assert policy.endswith("frame-ancestors https://clinic.example https://two.example")


@pytest.mark.parametrize(
    ("path", "closed"),
    [
        ("/_stcore/metrics", True),
        ("/scars/_stcore/metrics", True),
        ("/_stcore/agent/mcp", True),
        ("/_stcore/upload_file/a/b", True),
        ("/auth/login", True),
        ("/scars/auth/logout", True),
        ("/oauth2callback", True),
        ("/_stcore/health", False),
        ("/_stcore/host-config", False),
        ("/_stcore/stream", False),
        ("/", False),
    ],
)
def test_what_nothing_uses_is_closed(path: str, *, closed: bool) -> None:
    assert bool(CLOSED.search(path)) is closed
