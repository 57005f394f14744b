"""Files of npm that tests read or run, and nobody here wrote: fetched into ``.venv`` when needed.

``python -m tests.npm`` fetches them all. npm itself would also install the packages that they were
built from, a hundred of them; all that runs is in their own files.
"""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final


class NpmError(Exception):
    """A package cannot be had. The message is one sentence that says why."""


@dataclass(frozen=True)
class Package:
    """A folder of a package at a version."""

    name: str
    sha512: str
    """What npm's registry says of the file; another file is refused."""
    wanted: str

    def folder(self) -> Path:
        """Where the files are; they are fetched when they are asked for first.

        Raises:
            NpmError: npm did not give the package, or gave another file.
        """
        place = Path(sys.prefix) / self.name
        if not place.exists():
            with TemporaryDirectory(dir=sys.prefix) as folder:
                self._unpack(self._fetched(Path(folder)), Path(folder))
                try:
                    Path(folder, self.wanted).rename(place)
                except OSError:  # another process was quicker
                    if not place.exists():
                        raise
        return place

    def _fetched(self, folder: Path) -> Path:
        environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
        command = ["npm", "pack", "--silent", self.name, "--pack-destination", str(folder)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        found = list(folder.glob("*.tgz"))
        if done.returncode or not found:
            raise NpmError(f"npm did not give {self.name}: {done.stderr.strip()}")
        digest = base64.b64encode(hashlib.sha512(found[0].read_bytes()).digest()).decode()
        if digest != self.sha512:
            raise NpmError(f"{self.name} is not the file that it was: {digest}.")
        return found[0]

    def _unpack(self, archive: Path, folder: Path) -> None:
        with tarfile.open(archive) as files:
            wanted = [
                item
                for item in files.getmembers()
                if item.name.startswith(self.wanted) and not item.name.endswith(".map")
            ]
            files.extractall(folder, wanted, filter="data")


LFORMS: Final = Package(
    "lforms@40.1.3",
    "WLruTm+BcVnafC0rSAQ3/cNqhxvclBUxyBG68aub/uha2NaK9H8ZZcEXTTuORuGzzCt0wa7fvhuieZtcDIdPzQ==",
    "package/dist/lforms/",
)
"""LHC-Forms, a form of health records."""

PDF_JS: Final = Package(
    "pdfjs-dist@6.5.438",
    "vg8Pw1x+AFKy4AMDvhuWl5cOYV8d698UoEANoFFhc79hqXDnZQqnOXoxw3HG907WHOg1JYOvLhP756boddFxpA==",
    "package/legacy/build/",
)
"""pdf.js, by which Firefox shows a PDF."""

if __name__ == "__main__":
    try:
        print(*(package.folder() for package in (LFORMS, PDF_JS)), sep="\n")
    except NpmError as error:
        sys.exit(str(error))
