"""LHC-Forms, a form of health records that nobody here wrote, for a browser test.

``python -m tests.lforms`` fetches it from npm into ``.venv``. npm itself would also install the
hundred packages that it is built from; all that runs is in its own files.
"""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

PACKAGE = "lforms@40.1.3"
SHA512 = "WLruTm+BcVnafC0rSAQ3/cNqhxvclBUxyBG68aub/uha2NaK9H8ZZcEXTTuORuGzzCt0wa7fvhuieZtcDIdPzQ=="
"""What npm's registry says of the file; another file is refused."""

_PLACE = Path(sys.prefix) / PACKAGE
_WANTED = "package/dist/lforms/"


class LFormsError(Exception):
    """LHC-Forms cannot be had. The message is one sentence that says why."""


def lforms() -> Path:
    """The folder of LHC-Forms, fetched when it is asked for first.

    Raises:
        LFormsError: npm did not give it, or gave another file.
    """
    if not _PLACE.exists():
        with TemporaryDirectory() as folder:
            _unpack(_fetched(Path(folder)), Path(folder))
            shutil.move(Path(folder) / _WANTED, _PLACE)
    return _PLACE


def _fetched(folder: Path) -> Path:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    command = ["npm", "pack", "--silent", PACKAGE, "--pack-destination", str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    found = list(folder.glob("*.tgz"))
    if done.returncode or not found:
        raise LFormsError(f"npm did not give {PACKAGE}: {done.stderr.strip()}")
    digest = base64.b64encode(hashlib.sha512(found[0].read_bytes()).digest()).decode()
    if digest != SHA512:
        raise LFormsError(f"{PACKAGE} is not the file that it was: {digest}.")
    return found[0]


def _unpack(archive: Path, folder: Path) -> None:
    with tarfile.open(archive) as files:
        wanted = [
            item
            for item in files.getmembers()
            if item.name.startswith(_WANTED) and not item.name.endswith(".map")
        ]
        files.extractall(folder, wanted, filter="data")


if __name__ == "__main__":
    try:
        print(lforms())
    except LFormsError as error:
        sys.exit(str(error))
