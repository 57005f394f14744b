"""Who may connect, and which headers every response has."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlparse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aid.ui.server.security import CLOSED, content_security_policy, is_own_visitor
from aid.ui.server.streamlit_files import OWN_SCRIPTS


def scope(
    *, host: str, origin: str | None, client: str = "203.0.113.5", type_: str = "websocket"
) -> dict[str, Any]:
    headers = [(b"host", host.encode())]
    if origin is not None:
        headers.append((b"origin", origin.encode()))
    return {"type": type_, "scheme": "ws", "headers": headers, "client": (client, 40000)}


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("aid.example.org", "https://aid.example.org"),
        ("aid.example.org:8443", "https://aid.example.org:8443"),
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
        ("aid.example.org:443", "https://aid.example.org"),
        ("aid.example.org", "https://aid.example.org:443"),
        ("aid.example.org", "https://aid.example.org:80"),
        ("AID.example.org", "https://aid.example.org"),
        ("aid.example.org", "https://AID.example.org"),
        ("aid.example.org", "https://user@aid.example.org"),
        ("aid.example.org", "ftp://aid.example.org"),
        ("[", "https://["),
        ("127.0.0.1:8501", "http://127.0.0.1:8502"),
        ("127.0.0.1:8501", "http://localhost:8501"),
        ("", "https://evil.example"),
    ],
)
def test_pages_of_others_may_not(host: str, origin: str) -> None:
    assert not is_own_visitor(scope(host=host, origin=origin, client="127.0.0.1"))


_places = st.sampled_from(
    [
        "aid.example.org",
        "AID.example.org",
        "aid.example.org:443",
        "127.0.0.1:8501",
        "[::1]",
        "[",
        "",
    ]
)


@given(
    host=_places | st.text(max_size=9),
    scheme=st.sampled_from(["http", "https", "ws", ""]),
    page=_places,
)
def test_streamlit_never_has_to_ask_the_internet_whether_a_page_is_ours(
    host: str, scheme: str, page: str
) -> None:
    """It asks for the server's own address where Origin and Host are not the same characters."""
    asked = scope(host="", origin=f"{scheme}://{page}")
    asked["headers"][0] = (b"host", host.encode("latin-1", "replace"))
    if is_own_visitor(asked):
        assert urlparse(f"{scheme}://{page}").netloc == host


def test_a_page_that_came_over_http_opens_no_secure_socket() -> None:
    asked = scope(host="aid.example.org", origin="http://aid.example.org")
    assert is_own_visitor(asked)
    assert not is_own_visitor({**asked, "scheme": "wss"})
    secure = scope(host="aid.example.org", origin="https://aid.example.org")
    assert is_own_visitor({**secure, "scheme": "wss"})
    assert is_own_visitor(secure), "a proxy may not say that it speaks https"


def test_a_connection_names_one_host_and_at_most_one_page() -> None:
    asked = scope(host="aid.example.org", origin="https://aid.example.org")
    for more in ((b"host", b"evil.example"), (b"Origin", b"https://evil.example")):
        assert not is_own_visitor({**asked, "headers": [*asked["headers"], more]})
        assert not is_own_visitor({**asked, "headers": [more, *asked["headers"]]})


@pytest.mark.parametrize("host", ["[", "", "127.0.0.1:99999999"])
def test_an_odd_host_without_a_page_is_refused_without_an_error(host: str) -> None:
    assert is_own_visitor(scope(host=host, origin=None)) is False


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
    hashes = re.findall(r"'sha256-[A-Za-z0-9+/]{43}='", rules["script-src"])
    assert len(hashes) == 1 + len(OWN_SCRIPTS)
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
