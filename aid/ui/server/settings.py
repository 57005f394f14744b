"""What a host can set, read from the environment once. ``docs/operations.md`` lists all of it.

The port, the address and the base path are Streamlit's own settings and are not read here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from streamlit import config

from aid.errors import SettingsError

_SITE = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?")
_HOST = re.compile(r"(\*\.)?[A-Za-z0-9.-]+")
_CLOSED_PAGE: Final = "server.disconnectedSessionTTL"
_SHARED_SECONDS: Final = 300


@dataclass(frozen=True)
class Settings:
    """The host's settings.

    Attributes:
        site_name: Stands in the place of the aid's name in the title of the tab, if given.
        contact_line: A line for the foot of every page: who runs this copy and how to reach them.
        support_lines: Lines for "If your scars weigh on you": whom one can call.
        shared_device: Whether several people use the same device, one after the other.
        frame_ancestors: Sites that may show the aid inside their own pages; none by default.
        allowed_hosts: Names that the aid answers to, beside this machine's own; any where there
            are none.
    """

    site_name: str | None = None
    contact_line: str | None = None
    support_lines: tuple[str, ...] = ()
    shared_device: bool = False
    frame_ancestors: tuple[str, ...] = ()
    allowed_hosts: tuple[str, ...] = ()


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read the settings.

    Args:
        environment: Variables of the environment by name. An empty one counts as absent.

    Raises:
        SettingsError: With one sentence for each value that cannot be used.
    """
    problems: list[str] = []
    shared = environment.get("SHARED_DEVICE", "").strip().lower() or "off"
    if shared not in ("on", "off"):
        problems.append(f"SHARED_DEVICE is “{shared}”: it must be “on” or “off”.")
    sites = tuple(environment.get("FRAME_ANCESTORS", "").split())
    for site in sites:
        if not _SITE.fullmatch(site):
            problems.append(
                f"FRAME_ANCESTORS holds “{site}”: a site is written like https://clinic.example."
            )
    hosts = tuple(environment.get("ALLOWED_HOSTS", "").split())
    for host in hosts:
        if not _HOST.fullmatch(host):
            problems.append(
                f"ALLOWED_HOSTS holds “{host}”: a name is written like aid.example.org, "
                "without a port."
            )
    if problems:
        raise SettingsError(tuple(problems))
    lines = (line.strip() for line in environment.get("SUPPORT_LINES", "").split("|"))
    return Settings(
        site_name=environment.get("SITE_NAME", "").strip() or None,
        contact_line=environment.get("CONTACT_LINE", "").strip() or None,
        support_lines=tuple(line for line in lines if line),
        shared_device=shared == "on",
        frame_ancestors=sites,
        allowed_hosts=hosts,
    )


@cache
def settings() -> Settings:
    """The settings of this process."""
    return read_settings(os.environ)


def systemd() -> str | None:
    """Where systemd listens, if it started this process and wants to hear of it."""
    return os.environ.get("NOTIFY_SOCKET") or None


def forget_sooner() -> None:
    """On a shared device, remember a closed page for five minutes at most.

    Call it before the server is made. A host may set a shorter time, however the aid is started.
    """
    if settings().shared_device:
        seconds = min(config.get_option(_CLOSED_PAGE), _SHARED_SECONDS)
        config.set_option(_CLOSED_PAGE, seconds)
