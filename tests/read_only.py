"""A way to run a program while every file system of the machine is read-only to it.

The program gets mounts of its own (a mount namespace), and each is made read-only there: the
machine itself stays as it is. Root may do so; others where the system lets them act as root in a
namespace. Output that is open already, such as a log, can still be written.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import gettempdir

import pytest

ROOT = Path(__file__).parent.parent

_WAYS = (("unshare", "--mount"), ("unshare", "--map-root-user", "--mount"))

# In a namespace of its own a mount must keep the limits that it has, or it cannot be changed.
_SCRIPT = """
set -eu
mount --make-rprivate /
mounts=$(cat /proc/self/mounts)
while read -r _ at _ options _; do
    limits=$(printf %s "$options" | tr , '\\n' |
        grep -xE 'nosuid|nodev|noexec|noatime|nodiratime|relatime' | tr '\\n' ,)
    mount -o "remount,bind,${limits}ro" "$(printf %b "$at")" 2>/dev/null || true
done <<END
$mounts
END
for folder in $1; do
    if [ -d "$folder" ] && touch "$folder/.can-be-written" 2>/dev/null; then
        rm "$folder/.can-be-written"
        echo "$folder can still be written to" >&2
        exit 1
    fi
done
shift
exec "$@"
"""


@pytest.fixture(scope="session")
def read_only() -> tuple[str, ...]:
    """What to put before a command, so that it can write to no file system of the machine."""
    places = (ROOT, Path.home(), gettempdir(), "/tmp", "/var/tmp", "/run", "/dev/shm")  # noqa: S108
    reasons = []
    for way in _WAYS:
        before = (*way, "sh", "-c", _SCRIPT, "read-only", " ".join(map(str, places)))
        try:
            done = subprocess.run([*before, "true"], capture_output=True, text=True, check=False)
        except OSError as error:
            reasons.append(str(error))
            continue
        if done.returncode == 0:
            return before
        reasons.append(done.stderr.strip())
    pytest.skip(f"Nobody here may make file systems read-only for a program: {'; '.join(reasons)}")
