"""Loaded by a server under test at its start: each of its runs ends late, as on a busy machine.

What a run has drawn is in the browser at once; what was there before stands beside it until the run
has ended.
"""

from __future__ import annotations

import sys
import time
from typing import Any

SECONDS = 0.5

if "streamlit" in sys.orig_argv:
    from streamlit.runtime.scriptrunner.script_runner import ScriptRunner

    _in_time = ScriptRunner._on_script_finished

    def _late(runner: ScriptRunner, *arguments: Any, **named: Any) -> None:
        time.sleep(SECONDS)
        _in_time(runner, *arguments, **named)

    ScriptRunner._on_script_finished = _late  # type: ignore[assignment, method-assign]
