"""What the operating system may do with this process."""

from __future__ import annotations

from contextlib import suppress


def keep_no_dumps() -> None:
    """Have no picture of the memory written to disk when the process ends in a fault."""
    with suppress(ImportError):  # Windows has neither
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
