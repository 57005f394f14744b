"""The content that we ship as parsed files: read once for all tests of a process."""

from __future__ import annotations

from copy import deepcopy
from functools import cache

from aid.catalogue.files import Raw
from aid.catalogue.load import read_files


@cache
def real_files() -> Raw:
    """The parsed files. They are shared: a test changes a copy, see ``copied``."""
    return read_files()


def copied(raw: Raw, *names: str) -> Raw:
    """The same files, some of them as copies that a test may change."""
    return raw | {name: deepcopy(raw[name]) for name in names}
