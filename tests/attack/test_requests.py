"""Requests that no browser would make: one short refusal, nothing in the log, nothing told."""

from __future__ import annotations

import http.client

import pytest

from tests.attack.others import wait_of_one
from tests.attack.raw import Raw, ask, handshake
from tests.conftest import AppServer

pytestmark = pytest.mark.slow

NO_HOSTS = ("[", "[::1", "::1]", "a b", "a/b", "a@b", "aid.example.org:99999999", "a:b", "%00", "ä")


def headers_of(address: str, path: str, *, https: bool = False) -> http.client.HTTPMessage:
    """The headers of the answer for an address."""
    connection = http.client.HTTPConnection(address, timeout=20)
    proxy = {"X-Forwarded-Proto": "https"} if https else {}
    connection.request("GET", path, headers={"Accept": "text/html", **proxy})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.headers


def status(answer: bytes) -> int:
    """The status of an answer; 0 where none came."""
    return int(answer.split(b" ", 2)[1]) if answer else 0


@pytest.mark.parametrize("host", NO_HOSTS)
def test_a_host_that_is_none_is_refused(address: str, target: AppServer, host: str) -> None:
    lines = target.log.count("\n")
    page = f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode("latin-1")
    assert status(ask(address, page)) == 400
    assert status(ask(address, handshake(address, host=host))) == 400
    assert target.log.count("\n") == lines


@pytest.mark.parametrize("size", [8_200, 30_000, 100_000])
def test_a_line_that_is_too_long_is_answered(address: str, size: int) -> None:
    cookie = f"Cookie: a={'b' * size}"
    assert status(ask(address, handshake(address, cookie), seconds=5)) == 400


def test_a_page_with_many_cookies_of_its_neighbours_still_opens(address: str) -> None:
    with Raw(address, f"Cookie: a={'b' * 7_000}") as raw:
        assert raw.status == 101


@pytest.mark.parametrize("path", ["/", "/compare", "/nothing", "/_stcore/health", "/static/x.js"])
def test_no_answer_names_a_program_or_sets_a_cookie(address: str, path: str) -> None:
    headers = headers_of(address, path)
    assert "server" not in headers
    assert "set-cookie" not in headers
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_a_socket_is_opened_without_naming_a_program(address: str) -> None:
    answer = ask(address, handshake(address)).lower()
    assert b" 101 " in answer
    assert b"server:" not in answer
    assert b"set-cookie" not in answer


def test_browsers_are_told_to_stay_with_https_only_there(address: str) -> None:
    assert "strict-transport-security" not in headers_of(address, "/")
    assert "max-age=31536000" in headers_of(address, "/", https=True)["strict-transport-security"]


def test_the_list_of_source_files_is_closed(address: str) -> None:
    answer = ask(address, f"GET /manifest.json HTTP/1.1\r\nHost: {address}\r\n\r\n".encode())
    assert status(answer) == 404


@pytest.mark.parametrize("scheme", ["http", "ws", "wss", "file"])
def test_a_page_of_another_scheme_opens_no_secure_socket(address: str, scheme: str) -> None:
    with Raw(address, f"Origin: {scheme}://{address}", "X-Forwarded-Proto: https") as raw:
        assert raw.status == 403


def test_a_page_over_https_opens_a_secure_socket(address: str) -> None:
    with Raw(address, f"Origin: https://{address}", "X-Forwarded-Proto: https") as raw:
        assert raw.status == 101


def test_odd_requests_leave_no_trace_in_the_log(address: str, target: AppServer) -> None:
    for line in ("Origin: https://[", "Origin: https://marked.example", "Cookie: marked=1"):
        ask(address, handshake(address, line), seconds=2)
    ask(address, b"GET /marked HTTP/1.1\r\nHost: marked\r\nConnection: close\r\n\r\n")
    ask(address, b"marked\r\n\r\n", seconds=2)
    wait_of_one(address)
    assert "marked" not in target.log
    assert "Traceback" not in target.log
