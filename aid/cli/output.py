"""Where commands put what they made: JSON on the terminal, or a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

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


def write_folder(folder: Path, files: Mapping[str, bytes], listed: str) -> None:
    """Write a folder of files, and delete what an earlier run wrote but this one does not.

    What begins with a dot is left alone: it belongs to whoever publishes the folder.

    Args:
        folder: Created if it is missing.
        files: Every file by its path, with ``/`` between folders.
        listed: The one among them that lists all, as ``sha256sum`` does; it is written last.

    Raises:
        AidError: The folder holds other things, which are left as they are, or cannot be written.
    """
    try:
        there = {
            path.relative_to(folder).as_posix()
            for path in folder.rglob("*")
            if path.is_file() and not path.relative_to(folder).parts[0].startswith(".")
        }
        earlier = _listed_in(folder / listed)
        if others := sorted(there - earlier):
            raise AidError(
                (
                    f"{folder}: holds other things, such as {others[0]}: choose a folder that is "
                    "empty, or one that this command wrote.",
                )
            )
        for name in sorted(files, key=lambda name: (name == listed, name)):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write_whole(folder / name, files[name])
        for name in sorted(there - set(files)):
            (folder / name).unlink()
    except OSError as error:
        raise AidError((f"{folder}: cannot be written: {error.strerror}.",)) from None


def _listed_in(path: Path) -> set[str]:
    """The files that an earlier run wrote; none where there was none."""
    if not path.is_file():
        return set()
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    names = (PurePosixPath(line.partition("  ")[2]).as_posix() for line in lines)
    return {*names, path.name}
