"""The comparison for some answers: ``compare``."""

from __future__ import annotations

import argparse
from pathlib import Path

from aid import checks
from aid.cli.answers import read_answers
from aid.cli.command import OK, Command
from aid.cli.comparison import comparison_json, comparison_text
from aid.cli.output import print_json
from aid.tailoring.comparison import compare


def _compare_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("answers", type=Path, help="an answers file")
    parser.add_argument("--json", action="store_true", help="print JSON in place of text")


def _compare(options: argparse.Namespace) -> int:
    catalogue = checks.load_checked_catalogue()
    answers = read_answers(options.answers, catalogue)
    comparison = compare(catalogue, answers)
    if options.json:
        print_json(comparison_json(catalogue, answers, comparison))
    else:
        print("\n".join(comparison_text(catalogue, comparison)))
    return OK


COMPARE = Command("compare", "the comparison for some answers", _compare, _compare_arguments)
