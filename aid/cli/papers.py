"""What prints: ``sheet``, ``booklet`` and ``method``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from aid import checks
from aid.catalogue.ids import METHOD_IDS
from aid.cli.answers import read_answers
from aid.cli.clock import today
from aid.cli.command import OK, Command
from aid.cli.output import write_whole
from aid.errors import BookletError, SheetError
from aid.papers.sheet.content import build_sheet
from aid.papers.sheet.formats import SHEET_FORMATS, SheetFormat
from aid.papers.sign_off import sign_off

_FORMAT_BY_ENDING: Mapping[str, SheetFormat] = {
    f".{format_id}": made_as for format_id, made_as in SHEET_FORMATS.items()
}
_SHEET_ENDINGS = ", ".join(_FORMAT_BY_ENDING)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a date is written YYYY-MM-DD") from None


def _output(parser: argparse.ArgumentParser, help_text: str) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, help=help_text)


def _paper(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")


def _sheet_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("answers", type=Path, help="an answers file")
    _output(parser, f"the file to write ({_SHEET_ENDINGS})")
    _paper(parser)
    parser.add_argument("--date", type=_date, help="the date to print, YYYY-MM-DD; else today")


def _sheet(options: argparse.Namespace) -> int:
    output: Path = options.output
    made_as = _FORMAT_BY_ENDING.get(output.suffix.lower())
    if made_as is None:
        raise SheetError((f"{output}: the name of a sheet must end in one of {_SHEET_ENDINGS}.",))
    catalogue = checks.load_checked_catalogue()
    answers = read_answers(options.answers, catalogue)
    sheet = build_sheet(catalogue, answers, options.date or today())
    write_whole(output, made_as.make(catalogue, sheet, options.paper))
    return OK


def _booklet_arguments(parser: argparse.ArgumentParser) -> None:
    _output(parser, "the file (.pdf), or - for standard output")
    _paper(parser)


def _booklet(options: argparse.Namespace) -> int:
    # Other commands need not wait for the booklet's libraries.
    from aid.papers.booklet.pdf import booklet_pdf

    output: Path = options.output
    is_piped = str(output) == "-"
    if not is_piped and output.suffix.lower() != ".pdf":
        raise BookletError((f"{output}: the booklet is a PDF: its name must end in .pdf.",))
    made = booklet_pdf(checks.load_checked_catalogue(), options.paper)
    if is_piped:
        sys.stdout.buffer.write(made)
    else:
        write_whole(output, made)
    return OK


def _method_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("method", choices=METHOD_IDS, metavar="ID", help="id of the method")
    _output(parser, "the file (.txt)")


def _method(options: argparse.Namespace) -> int:
    output: Path = options.output
    if output.suffix.lower() != ".txt":
        raise SheetError((f"{output}: it is written as plain text: the name must end in .txt.",))
    catalogue = checks.load_checked_catalogue()
    text = sign_off(catalogue, catalogue.method_by_id[options.method])
    write_whole(output, text.encode("utf-8"))
    return OK


SHEET = Command("sheet", "the discussion sheet for some answers", _sheet, _sheet_arguments)
BOOKLET = Command("booklet", "the whole aid on paper, to print", _booklet, _booklet_arguments)
METHOD = Command("method", "one method on paper, to check and sign off", _method, _method_arguments)
