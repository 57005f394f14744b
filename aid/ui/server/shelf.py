"""What every browser fetches, each file and page compressed once and kept so for all readers."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from email.utils import formatdate
from pathlib import Path
from typing import Final, NamedTuple

from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response

MEDIA_TYPES: Final = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}
"""The kinds of files that become smaller; pictures and WOFF2 are compressed as they are."""

FOREVER: Final = "public, immutable, max-age=31536000"
"""How long a browser may keep a file whose name changes with what is in it."""


class Kept(NamedTuple):
    """Something on the shelf."""

    plain: Callable[[], bytes]
    """Returns its bytes, uncompressed."""

    media_type: str
    cache: str
    """The value of ``Cache-Control``."""

    path: Path | None = None
    """Where the file lies, if it is sent as it lies there; then parts of it can be asked for."""


class Shelf:
    """Files and pages by their address below the base path, such as ``/static/js/index.js``.

    Each is compressed with gzip, fast, when it is asked for first, and with Brotli, slowly and
    best, where ``pack`` was told to. Until that is done a browser gets gzip.
    """

    def __init__(self, files: Mapping[str, Kept]) -> None:
        self._files = dict(files)
        self._marks: dict[str, str] = {}
        self._bodies: dict[tuple[str, str], bytes] = {}

    def __contains__(self, address: str) -> bool:
        return address in self._files

    def put(self, address: str, kept: Kept) -> None:
        """Put something on the shelf, in the place of what was there."""
        self._files[address] = kept
        self._marks.pop(address, None)
        for encoding in ("gzip", "br"):
            self._bodies.pop((address, encoding), None)

    def pack(self, addresses: Iterable[str]) -> None:
        """Compress some files with Brotli; those that are not on the shelf are passed over."""
        import brotli  # only the thread that packs waits for it

        for address in dict.fromkeys(addresses):
            if address in self._files and (address, "br") not in self._bodies:
                plain = self._files[address].plain()
                self._bodies[address, "br"] = brotli.compress(plain, quality=11)

    def answer(self, address: str, headers: Headers) -> Response:
        """The answer to a request for a file, compressed in the best way that the browser takes.

        Args:
            address: A file of the shelf.
            headers: Those of the request.
        """
        kept = self._files[address]
        taken = encodings_taken(headers.get("accept-encoding", ""))
        mark = self._mark(address)
        shared = {"cache-control": kept.cache, "vary": "Accept-Encoding"}
        if kept.path:
            shared["last-modified"] = formatdate(kept.path.stat().st_mtime, usegmt=True)
        if known := _known(mark, headers.get("if-none-match", ""), taken):
            return Response(status_code=304, headers={**shared, "etag": known})
        encoding = self._best(address, taken)
        shared["etag"] = _tag(mark, encoding)
        if _is_unchanged(headers, shared.get("last-modified")):
            return Response(status_code=304, headers=shared)
        if encoding:
            shared["content-encoding"] = encoding
            body = self._bodies[address, encoding]
            return Response(body, headers=shared, media_type=kept.media_type)
        if kept.path:
            return FileResponse(kept.path, headers=shared, media_type=kept.media_type)
        return Response(kept.plain(), headers=shared, media_type=kept.media_type)

    def _best(self, address: str, taken: Collection[str]) -> str:
        """How the file is sent, made where it is not there yet; empty for as it is."""
        if "br" in taken and (address, "br") in self._bodies:
            return "br"
        if "gzip" not in taken:
            return ""
        if (address, "gzip") not in self._bodies:
            plain = self._files[address].plain()
            self._bodies[address, "gzip"] = gzip.compress(plain, 9, mtime=0)
        return "gzip"

    def _mark(self, address: str) -> str:
        if address not in self._marks:
            plain = self._files[address].plain()
            self._marks[address] = hashlib.sha256(plain).hexdigest()[:20]
        return self._marks[address]


def encodings_taken(accepted: str) -> frozenset[str]:
    """The encodings that a browser takes, by its header ``Accept-Encoding``."""
    named = re.findall(r"([\w-]+)(?:\s*;\s*q=(\d(?:\.\d*)?))?", accepted.lower())
    return frozenset(name for name, quality in named if float(quality or 1) > 0)


def _tag(mark: str, encoding: str) -> str:
    return f'"{mark}-{encoding}"' if encoding else f'"{mark}"'


def _known(mark: str, asked: str, taken: Collection[str]) -> str | None:
    """The tag of the copy that the browser has, if that is still what the file is.

    A copy in any encoding that it takes will do: its own, then, not the one that it would get now.
    """
    tags = re.findall(r'"[^"]*"', asked)
    return next((tag for name in ("", *taken) if (tag := _tag(mark, name)) in tags), None)


def _is_unchanged(headers: Headers, modified: str | None) -> bool:
    """Whether a browser that names no tag has the file of this moment."""
    asked = headers.get("if-modified-since")
    return "if-none-match" not in headers and asked is not None and asked == modified


def files_of(folder: Path, address: str, cache: str) -> dict[str, Kept]:
    """The files of a folder that become smaller, by their addresses below ``address``."""
    return {
        f"{address}/{path.relative_to(folder).as_posix()}": Kept(
            path.read_bytes, MEDIA_TYPES[path.suffix], cache, path
        )
        for path in folder.rglob("*")
        if path.suffix in MEDIA_TYPES
    }
