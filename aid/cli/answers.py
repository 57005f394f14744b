"""The answers file: ``answers``, and how other commands read one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from aid import checks
from aid.answers.example import example_answers
from aid.answers.file import MOST_BYTES, answers_json, answers_schema, load_answers
from aid.answers.model import Answers
from aid.answers.problems import sentences
from aid.answers.retired import retired_notices
from aid.catalogue.catalogue import Catalogue
from aid.cli.command import OK, Command
from aid.cli.output import print_json
from aid.errors import AidError, AnswersError


def read_answers(path: Path, catalogue: Catalogue) -> Answers:
    """Read an answers file, and report ids that the content has retired on standard error.

    Raises:
        AidError: The file cannot be opened or used.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise AidError((f"{path}: cannot be opened: {error.strerror}.",)) from None
    try:
        kept = load_answers(data, catalogue.question_by_id, catalogue.retired)
    except AnswersError as error:
        raise AidError(sentences(catalogue, error.problems)) from None
    for sentence in retired_notices(catalogue.interface.keep, kept.retired):
        print(sentence, file=sys.stderr)
    return kept.answers


def _answers_arguments(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--schema", action="store_true", help="the JSON Schema of the file")
    which.add_argument("--example", action="store_true", help="an example file")


def _answers(options: argparse.Namespace) -> int:
    if options.schema:
        print_json(answers_schema())
    else:
        version = checks.load_checked_catalogue().content_version
        print(answers_json(example_answers(), version.isoformat()), end="")
    return OK


ANSWERS = Command("answers", "about answers files", _answers, _answers_arguments)
