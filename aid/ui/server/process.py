"""What the operating system may do with the memory of this process."""

from __future__ import annotations

from contextlib import suppress


def keep_no_dumps() -> None:
    """Have no core dump written to disk when the process crashes."""
    with suppress(ImportError):  # Windows has neither
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
