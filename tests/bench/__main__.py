"""Measure, print small tables, and with a date write them to ``docs/bench.md``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from aid.checks import load_checked_catalogue
from tests.bench import clicks, load, memory, paint, report, rising, sheets, slow_phone, soak, start
from tests.bench.server import write_bare_app
from tests.bench.setting import Setting
from tests.conftest import ROOT

_PARTS: Mapping[str, Callable[[Setting], report.Part]] = {
    "start": start.measure,
    "clicks": clicks.measure,
    "paint": paint.measure,
    "phone": slow_phone.measure,
    "memory": memory.measure,
    "load": load.measure,
    "rising": rising.measure,
    "sheets": sheets.measure,
}


def main(arguments: list[str]) -> int:
    """Measure everything, or the parts that are asked for.

    Returns:
        The exit status: 0, or 1 after one sentence where nothing can be measured. No figure is
        asserted.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--date", type=date.fromisoformat, help="today, YYYY-MM-DD: also writes docs/bench.md"
    )
    parser.add_argument(
        "--only",
        nargs="*",
        choices=_PARTS,
        default=list(_PARTS),
        metavar="PART",
        help=f"measure only some of: {', '.join(_PARTS)}",
    )
    parser.add_argument(
        "--soak-minutes",
        type=float,
        metavar="N",
        help="also let visitors come and go for so long, last of all",
    )
    chosen = parser.parse_args(arguments)
    if not Path("/proc/self/smaps_rollup").exists():
        print("Processor time and memory can be read on Linux only.", file=sys.stderr)
        return 1
    parts = []
    with tempfile.TemporaryDirectory() as folder:
        setting = Setting(load_checked_catalogue(), write_bare_app(Path(folder)))
        wanted = [part for name, part in _PARTS.items() if name in chosen.only]
        if chosen.soak_minutes:
            wanted.append(lambda setting: soak.measure(setting, chosen.soak_minutes))
        for measure in wanted:
            part = measure(setting)
            print("\n".join(report.lines(part)), end="\n\n", flush=True)
            parts.append(part)
    if chosen.date:
        command = " ".join(("python -m tests.bench", *arguments))
        written = report.write(parts, chosen.date, command)
        print(f"Written to {written.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
