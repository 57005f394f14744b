"""The reading edition as a folder: ``site``."""

from __future__ import annotations

import argparse
from pathlib import Path
from urllib.parse import urlsplit

from aid import checks
from aid.catalogue.ids import PAPERS
from aid.cli.command import OK, Command
from aid.cli.output import write_folder


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise argparse.ArgumentTypeError(
            "an address begins with https:// or http:// and a name, without ? and #"
        )
    return text.rstrip("/")


def _site_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, help="the folder to write")
    parser.add_argument(
        "--address", type=_address, help="where the pages will be, for search engines"
    )
    parser.add_argument(
        "--aid", type=_address, help="where the aid with questions is, to link to it"
    )


def _site(options: argparse.Namespace) -> int:
    # Other commands need not wait for the libraries of the booklet and of fonts.
    from aid.papers.booklet.pdf import booklet_pdf
    from aid.site.build import LIST, build_site

    catalogue = checks.load_checked_catalogue()
    booklets = {paper: booklet_pdf(catalogue, paper) for paper in PAPERS}
    files = build_site(
        catalogue, address=options.address or "", aid=options.aid or "", booklets=booklets
    )
    write_folder(options.output, files, LIST)
    return OK


SITE = Command("site", "all that can be read without answers, as web pages", _site, _site_arguments)
