"""The command line: its list of commands, and how each is run."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from aid.cli.answers import ANSWERS
from aid.cli.command import BAD_INPUT, OK, PROBLEMS, Command
from aid.cli.compare import COMPARE
from aid.cli.content import CHECK, READABILITY, SCHEMAS, TEXTS
from aid.cli.fhir import FHIR
from aid.cli.papers import BOOKLET, METHOD, SHEET
from aid.cli.run import RUN
from aid.cli.site import SITE
from aid.errors import AidError, ContentError

COMMANDS: tuple[Command, ...] = (
    RUN,
    CHECK,
    COMPARE,
    SHEET,
    BOOKLET,
    SITE,
    METHOD,
    FHIR,
    TEXTS,
    ANSWERS,
    READABILITY,
    SCHEMAS,
)
"""Every command, in the order of ``--help``."""


def main(arguments: list[str]) -> int:
    """Run one command.

    Args:
        arguments: The words after ``python -m aid`` or ``scar-options``.

    Returns:
        0 when all is well; 1 when the content has problems; 2 when the input cannot be used. Every
        problem is one plain line on standard error (on standard output for ``check``).
    """
    options = _parser().parse_args(arguments)
    command: Command = options.command
    try:
        return command.run(options)
    except ContentError as error:
        _print_problems(error)
        return PROBLEMS
    except AidError as error:
        _print_problems(error)
        return BAD_INPUT
    except BrokenPipeError:
        return OK


def _print_problems(error: AidError[Any]) -> None:
    for problem in error.problems:
        print(problem, file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    called = Path(sys.argv[0]).stem
    parser = argparse.ArgumentParser(
        prog=called if called == "scar-options" else "python -m aid",
        description="Scar Options: a decision aid for depressed scars.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        arguments = commands.add_parser(command.name, help=command.help)
        command.add_arguments(arguments)
        arguments.set_defaults(command=command)
    return parser
