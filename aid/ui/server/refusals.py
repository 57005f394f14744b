"""A line in the log for what was refused: why, and how often. At most one a minute for each reason.

Whoever is refused can come again at once, a thousand times a second. That must not fill a disk.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from typing import Final

_log = logging.getLogger("aid")
_SECONDS: Final = 60


class Refusals:
    """What was refused in this process."""

    def __init__(self) -> None:
        self._untold: Counter[str] = Counter()
        self._logged_at: dict[str, float] = {}

    def add(self, why: str, now: float | None = None) -> None:
        """Note that something was refused.

        Args:
            why: The reason: a word of ours, never what was sent.
            now: Seconds on a clock that never goes back.
        """
        now = time.monotonic() if now is None else now
        self._untold[why] += 1
        if now - self._logged_at.get(why, -_SECONDS) >= _SECONDS:
            _log.warning("refused=%s times=%d", why, self._untold.pop(why))
            self._logged_at[why] = now
