"""What the operating system may do with the memory of this process."""

from __future__ import annotations

from contextlib import suppress


def disable_core_dumps() -> None:
    """Make sure that a crash of the process writes no core dump."""
    with suppress(ImportError):  # Windows has neither
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
