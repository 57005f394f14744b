"""The commands of ``python -m aid``, one function each; ``_parser`` lists them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from aid.answers.example import example_answers
from aid.answers.file import MOST_BYTES, answers_json, answers_schema, load_answers
from aid.answers.model import Answers
from aid.answers.retired import retired_notices
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import METHOD_IDS
from aid.catalogue.load import CONTENT_FOLDER, READABILITY_FILE
from aid.catalogue.methods import Figures, MethodFact, MoreFigure
from aid.catalogue.schemas import SCHEMA_FOLDER, content_schemas
from aid.catalogue.text_index import reader_texts
from aid.checks import load_checked_catalogue
from aid.errors import (
    AidError,
    AnswersError,
    BookletError,
    ContentError,
    ReadabilityError,
    SheetError,
)
from aid.formatting.review_date import due
from aid.papers.sheet.content import build_sheet, printed_health
from aid.papers.sheet.formats import SHEET_FORMATS, SheetFormat
from aid.papers.sign_off import sign_off
from aid.tailoring.comparison import Comparison, cell, compare
from aid.tailoring.doctor_questions import asked_questions

OK, PROBLEMS, BAD_INPUT = 0, 1, 2

Command = Callable[[argparse.Namespace], int]


def main(arguments: list[str]) -> int:
    """Run one command.

    Args:
        arguments: The words after ``python -m aid``.

    Returns:
        0 when all is well; 1 when the content has problems; 2 when the input cannot be used. Every
        problem is one plain line on standard error (on standard output for ``check``).
    """
    options = _parser().parse_args(arguments)
    command: Command = options.command
    try:
        return command(options)
    except ContentError as error:
        _say_problems(error)
        return PROBLEMS
    except AidError as error:
        _say_problems(error)
        return BAD_INPUT
    except BrokenPipeError:
        return OK


def _say_problems(error: AidError[Any]) -> None:
    for problem in error.problems:
        print(problem, file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m aid", description="Scar Options: a decision aid for depressed scars."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="validate the content; print every problem")
    check.add_argument("--method", help="only problems of this method's file")
    check.add_argument("--due", action="store_true", help="also list what is due for review")
    check.set_defaults(command=_check)

    comparison = commands.add_parser("compare", help="the comparison for some answers")
    comparison.add_argument("answers", type=Path, help="an answers file")
    comparison.add_argument("--json", action="store_true", help="print JSON in place of text")
    comparison.set_defaults(command=_compare)

    sheet = commands.add_parser("sheet", help="the discussion sheet for some answers")
    sheet.add_argument("answers", type=Path, help="an answers file")
    sheet.add_argument(
        "-o", "--output", type=Path, required=True, help="the file to write (.pdf, .docx or .txt)"
    )
    sheet.add_argument("--paper", choices=("a4", "letter"), default="a4")
    sheet.add_argument("--date", type=_date, help="the date to print, YYYY-MM-DD; else today")
    sheet.set_defaults(command=_sheet)

    booklet = commands.add_parser("booklet", help="the whole aid on paper, to print")
    booklet.add_argument("-o", "--output", type=Path, required=True, help="the file (.pdf)")
    booklet.add_argument("--paper", choices=("a4", "letter"), default="a4")
    booklet.set_defaults(command=_booklet)

    method = commands.add_parser("method", help="one method on paper, to check and sign off")
    method.add_argument("method", choices=METHOD_IDS, metavar="ID", help="id of the method")
    method.add_argument("-o", "--output", type=Path, required=True, help="the file (.txt)")
    method.set_defaults(command=_method)

    texts = commands.add_parser("texts", help="every sentence that a reader can meet")
    texts.add_argument("--json", action="store_true", help="print JSON in place of text")
    texts.set_defaults(command=_texts)

    answers = commands.add_parser("answers", help="about answers files")
    which = answers.add_mutually_exclusive_group(required=True)
    which.add_argument("--schema", action="store_true", help="the JSON Schema of the file")
    which.add_argument("--example", action="store_true", help="an example file")
    answers.set_defaults(command=_answers)

    reading = commands.add_parser("readability", help="work out the reading level anew")
    reading.set_defaults(command=_readability)

    charts = commands.add_parser("charts", help="draw the templates of the charts anew")
    charts.set_defaults(command=_charts)

    schemas = commands.add_parser("schemas", help="write the JSON Schemas of the content files")
    schemas.set_defaults(command=_schemas)
    return parser


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a date is written YYYY-MM-DD") from None


def _today() -> date:
    return datetime.now().astimezone().date()


def _print_json(value: object) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()


def _check(options: argparse.Namespace) -> int:
    try:
        catalogue = load_checked_catalogue()
    except ContentError as error:
        file = f"en/methods/{options.method}.toml"
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
        for sentence in due(catalogue, _today()) or ("Nothing is due for review.",):
            print(sentence)
    return OK


def _read_answers(path: Path, catalogue: Catalogue) -> Answers:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise AnswersError((f"{path}: cannot be opened: {error.strerror}.",)) from None
    kept = load_answers(data, catalogue.question_by_id, catalogue.retired)
    for sentence in retired_notices(catalogue.interface.keep, kept.retired):
        print(sentence, file=sys.stderr)
    return kept.answers


def _compare(options: argparse.Namespace) -> int:
    catalogue = load_checked_catalogue()
    answers = _read_answers(options.answers, catalogue)
    laid_out = compare(catalogue, answers)
    if options.json:
        _print_json(comparison_json(catalogue, answers, laid_out))
    else:
        print("\n".join(_comparison_text(catalogue, laid_out)))
    return OK


def comparison_json(
    catalogue: Catalogue, answers: Answers, laid_out: Comparison
) -> Mapping[str, Any]:
    """The comparison as plain values, in the shape that other programs read.

    Args:
        catalogue: The content.
        answers: What the reader said.
        laid_out: The comparison for these answers.
    """
    methods = zip(laid_out.relevance.methods, laid_out.beside_answers, strict=True)
    printed = printed_health(answers)
    return {
        "content-version": catalogue.manifest.content_version.isoformat(),
        "relevance-note": laid_out.relevance.note,
        "methods": [
            {
                "id": listed.method_id,
                "name": catalogue.method_by_id[listed.method_id].name,
                "relevant": listed.relevant,
                "reason": listed.reason,
                "downtime-note": beside.downtime_note,
                "visits-note": beside.visits_note,
            }
            for listed, beside in methods
        ],
        "rows": [
            {
                "id": row.id,
                "label": row.fact.label,
                "marked": row.marked,
                "key": row.fact.key,
                "cells": {
                    method.id: cell_json(catalogue, cell(catalogue, method.id, row.id))
                    for method in catalogue.methods
                },
            }
            for row in laid_out.rows
        ],
        "questions": [
            {
                "id": question.id,
                "text": question.text,
                "reason": question.why,
                "group": question.group,
                "private": question.private,
            }
            for question in asked_questions(catalogue, answers)
        ],
        "tell": [
            {
                "id": item,
                "text": catalogue.health_by_id[item].tell,
                "printed": item in printed,
            }
            for item in answers.health_said
        ],
    }


def cell_json(catalogue: Catalogue, content: MethodFact) -> Mapping[str, Any]:
    """One cell as plain values; ``figures`` is ``None`` where no good figure was found."""
    return {
        "short": content.short,
        "text": content.text,
        "figures": _figure_json(content.figures) if content.figures else None,
        "more-figures": [_figure_json(figure) for figure in content.more_figures],
        "certainty": content.certainty,
        "sources": list(catalogue.cell_sources(content.claims, content.sources)),
        "claims": list(content.claims),
    }


def _figure_json(figure: Figures | MoreFigure) -> Mapping[str, Any]:
    # Whole numbers as they are written in the content: 3, not 3.0.
    return {
        key: int(value) if isinstance(value, float) and value.is_integer() else value
        for key, value in figure.model_dump(by_alias=True, exclude_none=True).items()
    }


def _comparison_text(catalogue: Catalogue, laid_out: Comparison) -> list[str]:
    lines = [laid_out.relevance.note, "", catalogue.interface.compare.order, ""]
    for listed, beside in zip(laid_out.relevance.methods, laid_out.beside_answers, strict=True):
        method = catalogue.method_by_id[listed.method_id]
        lines.append(f"{'*' if listed.relevant else '-'} {method.name}")
        notes = (listed.reason, beside.downtime_note, beside.visits_note)
        lines += [f"    {note}" for note in notes if note]
    for row in laid_out.rows:
        marked = f" ({catalogue.interface.compare.marked})" if row.marked else ""
        lines += ["", f"{row.fact.label}{marked}"]
        for method in catalogue.methods:
            lines.append(f"    {method.name}: {method.facts[row.id].short}")
    return lines


_FORMAT_BY_SUFFIX: Mapping[str, SheetFormat] = {
    made_as.suffix: made_as for made_as in SHEET_FORMATS.values()
}


def _sheet(options: argparse.Namespace) -> int:
    output: Path = options.output
    made_as = _FORMAT_BY_SUFFIX.get(output.suffix.lower())
    if made_as is None:
        endings = ", ".join(_FORMAT_BY_SUFFIX)
        raise SheetError((f"{output}: the name of a sheet must end in one of {endings}.",))
    catalogue = load_checked_catalogue()
    answers = _read_answers(options.answers, catalogue)
    sheet = build_sheet(catalogue, answers, options.date or _today())
    data = made_as.make(catalogue, sheet, options.paper)
    _write_whole(output, data)
    return OK


def _booklet(options: argparse.Namespace) -> int:
    from aid.papers.booklet.pdf import booklet_pdf

    output: Path = options.output
    if output.suffix.lower() != ".pdf":
        raise BookletError((f"{output}: the booklet is a PDF: its name must end in .pdf.",))
    _write_whole(output, booklet_pdf(load_checked_catalogue(), options.paper))
    return OK


def _write_whole(output: Path, data: bytes) -> None:
    """Write a file whole or not at all; what was there before stays until the new one is whole."""
    part = output.with_name(f".{output.name}.part")
    try:
        part.write_bytes(data)
        part.replace(output)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise AidError((f"{output}: cannot be written: {error.strerror}.",)) from None


def _method(options: argparse.Namespace) -> int:
    output: Path = options.output
    if output.suffix.lower() != ".txt":
        raise SheetError((f"{output}: it is written as plain text: the name must end in .txt.",))
    catalogue = load_checked_catalogue()
    text = sign_off(catalogue, catalogue.method_by_id[options.method])
    _write_whole(output, text.encode("utf-8"))
    return OK


def _texts(options: argparse.Namespace) -> int:
    texts = reader_texts(load_checked_catalogue())
    if options.json:
        _print_json(
            [{"key": text.key, "text": text.text, "where": list(text.where)} for text in texts]
        )
    else:
        for text in texts:
            print(f"{text.key}: {text.text}")
    return OK


def _answers(options: argparse.Namespace) -> int:
    if options.schema:
        _print_json(answers_schema())
    else:
        version = load_checked_catalogue().manifest.content_version
        print(answers_json(example_answers(), version.isoformat()), end="")
    return OK


def _readability(options: argparse.Namespace) -> int:
    del options
    try:
        # A library of the tests: nothing that runs the aid waits for it or needs it.
        from aid.checks.editorial.readability import readability, readability_toml
    except ModuleNotFoundError as error:
        raise ReadabilityError((f"{error.name} is not installed: run make setup.",)) from None
    found = readability(load_checked_catalogue())
    _write_whole(CONTENT_FOLDER / READABILITY_FILE, readability_toml(found).encode("utf-8"))
    return OK


def _charts(options: argparse.Namespace) -> int:
    # Altair is needed for this alone: nothing that runs the aid waits for it.
    from aid.views.chart_drawing import templates_json
    from aid.views.charts import TEMPLATES_FILE

    del options
    _write_whole(TEMPLATES_FILE, templates_json().encode("utf-8"))
    return OK


def _schemas(options: argparse.Namespace) -> int:
    del options
    folder = CONTENT_FOLDER / SCHEMA_FOLDER
    folder.mkdir(exist_ok=True)
    for name, text in content_schemas().items():
        _write_whole(folder / name, text.encode("utf-8"))
    return OK
