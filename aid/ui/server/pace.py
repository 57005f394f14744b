"""How fast something may come: some at once, then a steady number a second."""

from __future__ import annotations


class Pace:
    """Gives each thing that comes its turn. Nothing is lost; what comes too fast waits.

    Turns are given in the order in which they are asked for.
    """

    def __init__(self, at_once: int, per_second: float) -> None:
        self._at_once, self._per_second = at_once, per_second
        self._left, self._then = float(at_once), 0.0

    def turn(self, now: float) -> float:
        """Take the next turn.

        Args:
            now: The time on a clock that never goes back, in seconds.

        Returns:
            How many seconds from now the turn is; 0 where it is now.
        """
        wait = self.wait(now)
        self._left = self.left(now) - 1
        self._then = now
        return wait

    def wait(self, now: float) -> float:
        """How many seconds from now the next turn would be, which nobody takes by asking."""
        return max(0.0, (1 - self.left(now)) / self._per_second)

    def left(self, now: float) -> float:
        """How many turns are left at once; below 0 where some wait for theirs."""
        return min(self._at_once, self._left + (now - self._then) * self._per_second)
