"""Our questions and somebody's answers for a health record: ``fhir``."""

from __future__ import annotations

import argparse
from pathlib import Path

from aid import checks
from aid.cli.answers import read_answers
from aid.cli.command import OK, Command
from aid.cli.output import write_whole
from aid.errors import AidError
from aid.papers.health_record.questionnaire import questionnaire, written
from aid.papers.health_record.response import response


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("answers", type=Path, nargs="?", help="an answers file, for the response")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the folder to write")


def _fhir(options: argparse.Namespace) -> int:
    folder: Path = options.output
    catalogue = checks.load_checked_catalogue()
    resources = {"questionnaire.json": questionnaire(catalogue)}
    if options.answers:
        answers = read_answers(options.answers, catalogue)
        resources["questionnaire-response.json"] = response(catalogue, answers)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AidError((f"{folder}: cannot be made: {error.strerror}.",)) from None
    for name, resource in resources.items():
        write_whole(folder / name, written(resource))
    return OK


FHIR = Command("fhir", "the questions, and some answers, for a health record", _fhir, _arguments)
