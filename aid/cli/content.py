"""What editors do with the content: ``check``, ``texts``, and the commands that generate files."""

from __future__ import annotations

import argparse
from functools import partial

from aid import checks
from aid.catalogue.editorial import Readability
from aid.catalogue.files import LANGUAGE
from aid.catalogue.load import CONTENT_FOLDER
from aid.catalogue.methods import Method
from aid.catalogue.registry import SLOT_BY_KIND
from aid.catalogue.schemas import SCHEMA_FOLDER, content_schemas
from aid.catalogue.text_index import reader_texts
from aid.checks.editorial.dates import dates_have_come
from aid.cli.clock import today
from aid.cli.command import OK, PROBLEMS, Command
from aid.cli.output import print_json, write_whole
from aid.errors import ContentError, ReadabilityError
from aid.formatting.review_date import due


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--method", help="only problems of this method's file")
    parser.add_argument("--due", action="store_true", help="also list what is due for review")


def _check(options: argparse.Namespace) -> int:
    try:
        catalogue = checks.load_checked_catalogue(checks=_checks_for_editors())
    except ContentError as error:
        file = SLOT_BY_KIND[Method].file.of(LANGUAGE, options.method)
        found = [
            problem for problem in error.problems if options.method is None or problem.file == file
        ]
        for problem in found:
            print(problem)
        return PROBLEMS if found else OK
    print(
        f"The content is sound: {len(catalogue.methods)} methods, {len(catalogue.questions)} "
        f"questions, {len(catalogue.claims)} claims, {len(catalogue.sources)} sources."
    )
    if options.due:
        for sentence in due(catalogue, today()) or ("Nothing is due for review.",):
            print(sentence)
    return OK


def _checks_for_editors() -> tuple[checks.Check, ...]:
    dates = partial(dates_have_come, today=today())
    found: tuple[checks.Check, ...] = (*checks.CHECKS, *checks.EDITORIAL_CHECKS, dates)
    try:
        # A test library: a running aid neither needs it nor waits for it.
        from aid.checks.editorial.readability import reading_level_holds
    except ModuleNotFoundError as error:
        print(f"The reading level was not checked: {error.name} is not installed (make setup).")
        return found
    return (*found, reading_level_holds)


def _texts_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON in place of text")


def _texts(options: argparse.Namespace) -> int:
    texts = reader_texts(checks.load_checked_catalogue())
    if options.json:
        print_json(
            [{"key": text.key, "text": text.text, "where": list(text.where)} for text in texts]
        )
    else:
        for text in texts:
            print(f"{text.key}: {text.text}")
    return OK


def _readability(options: argparse.Namespace) -> int:
    del options
    try:
        # A library of the tests: nothing that runs the aid waits for it or needs it.
        from aid.checks.editorial.readability import readability, readability_toml
    except ModuleNotFoundError as error:
        raise ReadabilityError((f"{error.name} is not installed: run make setup.",)) from None
    found = readability(checks.load_checked_catalogue())
    path = CONTENT_FOLDER / SLOT_BY_KIND[Readability].file.path
    write_whole(path, readability_toml(found).encode("utf-8"))
    return OK


def _schemas(options: argparse.Namespace) -> int:
    del options
    folder = CONTENT_FOLDER / SCHEMA_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in content_schemas().items():
        write_whole(folder / name, text.encode("utf-8"))
    return OK


CHECK = Command("check", "validate the content; print every problem", _check, _check_arguments)
TEXTS = Command("texts", "every sentence that a reader can meet", _texts, _texts_arguments)
READABILITY = Command("readability", "work out the reading level again", _readability)
SCHEMAS = Command("schemas", "write the JSON Schemas of the content files", _schemas)
