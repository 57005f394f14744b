"""What other readers feel: how long each of them waits for a first screen, one after the other."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.bench.visitor import Visitor

MOST_SECONDS = 1.0
"""The goal: 19 of 20 readers who come during an attack have their screen within this time."""


@dataclass
class Waits:
    """How long readers waited, in seconds; one who never got in waited for ever."""

    seconds: list[float] = field(default_factory=list)

    def within(self, share: float = 0.95) -> float:
        """The time within which a share of the readers had their screen."""
        ordered = sorted(self.seconds)
        return ordered[math.ceil(share * len(ordered)) - 1]


def wait_of_one(address: str, page: str = "scars") -> float:
    """How long one reader waits for the first screen of a visit."""
    start = time.monotonic()
    try:
        with Visitor(address) as visitor:
            visitor.arrive(page)
    except (OSError, RuntimeError, Exception):
        return math.inf
    return time.monotonic() - start


@contextmanager
def during(jobs: Sequence[Callable[[threading.Event], None]]) -> Iterator[None]:
    """Attack in threads until the block ends; each job checks whether it should end."""
    over = threading.Event()
    threads = [threading.Thread(target=job, args=(over,), daemon=True) for job in jobs]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join(20)


def readers(address: str, *, count: int) -> Waits:
    """Let readers come one after the other."""
    return Waits([wait_of_one(address) for _ in range(count)])


def at_most(address: str) -> float:
    """How long half of the readers may wait during an attack; on a busy machine some calm waits."""
    return max(MOST_SECONDS, 4 * readers(address, count=5).within(0.5))
