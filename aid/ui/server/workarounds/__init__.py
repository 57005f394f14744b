"""Faults of the server's libraries that no setting mends; each file says when it can be deleted."""

from __future__ import annotations

from aid.ui.server.workarounds import (
    denied_handshake,
    long_header_line,
    pages_once,
    server_header,
    settings_once,
    styles_alone,
    told_to_strangers,
)


def mend() -> None:
    """Work around all of them. Call it once, before the server is made."""
    for fault in (
        denied_handshake,
        long_header_line,
        pages_once,
        server_header,
        settings_once,
        styles_alone,
        told_to_strangers,
    ):
        fault.mend()
