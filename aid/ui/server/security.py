"""What the server refuses, and the rules that it gives the browser with every answer."""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from aid.ui.server.gate import Gate
from aid.ui.server.settings import settings
from aid.ui.server.streamlit_files import page
from aid.ui.server.visitors import Visitors

CLOSED = re.compile(
    r"(^|/)(_stcore/(metrics|agent|upload_file|script-health-check)|auth/log(in|out)|oauth2callback"
    r"|manifest\.json)(/|$)"
)
"""Addresses of Streamlit that nothing here uses: numbers about the server, programs, uploads,
accounts, the list of its own source files."""

_HOST = re.compile(r"([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?")
_A_YEAR = 31_536_000


def middleware(visitors: Visitors) -> list[Middleware]:
    """Everything in front of the app, in the order in which a request meets it."""
    chosen = settings()
    rules = [
        Middleware(SecurityHeaders, frame_ancestors=chosen.frame_ancestors),
        Middleware(ValidHostOnly),
    ]
    if chosen.allowed_hosts:
        # This machine's own names too: health checks use them, and no other site can.
        hosts = [*chosen.allowed_hosts, "127.0.0.1", "localhost"]
        rules.append(Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False))
    return [
        *rules,
        Middleware(OwnVisitorsOnly),
        Middleware(Gate, visitors=visitors),
    ]


def content_security_policy(frame_ancestors: Sequence[str] = ()) -> str:
    """The policy for every answer: everything from this server, nothing that evaluates text.

    ``blob:`` is how Streamlit loads a component's script. Its styles are inline. The two inline
    scripts of its page, its own and ours, are named by their hashes.

    Args:
        frame_ancestors: Sites that may show the aid inside their own pages.
    """
    inline = " ".join(f"'sha256-{digest}'" for digest in _inline_scripts())
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' blob: {inline}".strip(),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(frame_ancestors) or "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _inline_scripts() -> list[str]:
    scripts = re.findall(r"<script>(.*?)</script>", page(), flags=re.DOTALL)
    return [
        base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
        for script in scripts
    ]


class SecurityHeaders:
    """Adds the same headers to every answer over HTTP, errors and redirects included."""

    def __init__(self, app: ASGIApp, frame_ancestors: Sequence[str] = ()) -> None:
        self._app = app
        headers = {
            "content-security-policy": content_security_policy(frame_ancestors),
            "referrer-policy": "no-referrer",
            "x-content-type-options": "nosniff",
            "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-resource-policy": "same-origin",
        }
        if not frame_ancestors:
            headers["x-frame-options"] = "DENY"
        self._headers = [(name.encode(), value.encode()) for name, value in headers.items()]
        self._over_https = (b"strict-transport-security", b"max-age=%d" % _A_YEAR)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        headers = self._headers
        if scope["scheme"] == "https":
            headers = [*headers, self._over_https]

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *headers]
            await send(message)

        await self._app(scope, receive, send_with_headers)


class ValidHostOnly:
    """Refuses requests with a malformed host, which libraries behind this stumble over.

    Health checks of old proxies name no host at all. They may ask for pages and files.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] in ("http", "websocket") and not has_valid_host(scope):
            await Response(status_code=400)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def has_valid_host(scope: Scope) -> bool:
    """Whether the host that is asked for is written like one."""
    hosts = _values(scope, b"host")
    return all(_HOST.fullmatch(host) for host in hosts) and len(hosts) < 2


class OwnVisitorsOnly:
    """Refuses connections that pages of other sites open, and closes addresses that we do not use.

    A browser names the page that opens a connection (``Origin``). It must be one of ours. Without
    that name the connection is not from a page; it is accepted on this machine alone, for tests and
    measurements.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "websocket" and not is_own_visitor(scope):
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] == "http" and CLOSED.search(scope["path"]):
            await Response(status_code=404)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def is_own_visitor(scope: Scope) -> bool:
    """Whether a connection comes from one of our own pages, or from a program on this machine.

    The page's host and port must be the characters of ``Host``. With anything that only means the
    same, such as another case or a default port, Streamlit asks a service on the internet for the
    server's address before it decides, and every reader waits.
    """
    hosts, origins = (_values(scope, name) for name in (b"host", b"origin"))
    if len(hosts) != 1 or len(origins) > 1 or not has_valid_host(scope):
        return False
    (host,) = hosts
    if not origins:
        client = (scope.get("client") or ("",))[0]
        return _is_loopback(client) and _is_loopback(urlsplit(f"//{host}").hostname or "")
    # A page that came over http is not ours where it connects over https. The other way round
    # it may be: not every proxy says that it speaks https with the reader.
    schemes = ("https",) if scope["scheme"] in ("wss", "https") else ("http", "https")
    return origins[0] in [f"{scheme}://{host}" for scheme in schemes]


def _values(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name]


def _is_loopback(name: str) -> bool:
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
