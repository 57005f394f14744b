"""How commands hand over what they made: JSON on the terminal, or a file."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path

from aid.errors import AidError


def print_json(value: object) -> None:
    """Print a value as indented JSON, in UTF-8 and with a line break at its end."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()


def write_whole(output: Path, data: bytes) -> None:
    """Write a file completely or not at all: until then an earlier version stays in place.

    Raises:
        AidError: The file cannot be written.
    """
    part = output.with_name(f".{output.name}.part")
    try:
        part.write_bytes(data)
        part.replace(output)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise AidError((f"{output}: cannot be written: {error.strerror}.",)) from None
