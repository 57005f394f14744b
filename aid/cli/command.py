"""What a command of ``python -m aid`` is, and the statuses that it can end with."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

OK, PROBLEMS, BAD_INPUT = 0, 1, 2


def no_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of a command that takes none."""
    del parser


@dataclass(frozen=True)
class Command:
    """One command of the command line."""

    name: str

    help: str
    """What it is for, in the list of ``--help``."""

    run: Callable[[argparse.Namespace], int]
    """Does the work and returns the exit status."""

    add_arguments: Callable[[argparse.ArgumentParser], None] = no_arguments
