"""``python -m aid booklet``: the whole aid as a PDF, for a script or a printer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from aid.catalogue.catalogue import Catalogue
from aid.cli.command import BAD_INPUT, OK
from aid.cli.main import main
from aid.papers.booklet.pdf import booklet_pdf

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.slow
def test_it_writes_the_booklet_on_letter_paper(catalogue: Catalogue, tmp_path: Path) -> None:
    file = tmp_path / "booklet.pdf"
    done = subprocess.run(
        [sys.executable, "-m", "aid", "booklet", "-o", str(file), "--paper", "letter"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (OK, b"", b"")
    assert file.read_bytes() == booklet_pdf(catalogue, "letter")
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.slow
def test_without_a_paper_it_takes_a4(tmp_path: Path) -> None:
    file = tmp_path / "booklet.PDF"
    assert main(["booklet", "-o", str(file)]) == OK
    with pikepdf.open(file) as pdf:
        width, height = (float(side) for side in pdf.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["booklet.txt", "booklet", "missing/booklet.pdf"])
def test_a_file_that_cannot_be_written_is_one_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["booklet", "-o", str(tmp_path / name)]) == BAD_INPUT
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert name in said.err
    assert not list(tmp_path.iterdir())
