"""``python -m aid site``: a folder that is written whole, and nothing of anybody else's touched."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import Paper
from aid.cli.command import BAD_INPUT, OK
from aid.cli.main import main
from aid.site.build import LIST, build_site

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _quick_booklet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aid.papers.booklet.pdf.booklet_pdf", booklet)


def booklet(_catalogue: Catalogue, paper: Paper) -> bytes:
    return f"%PDF {paper}".encode()


def there(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def made(catalogue: Catalogue, **addresses: str) -> Mapping[str, bytes]:
    booklets: dict[Paper, bytes] = {
        "a4": booklet(catalogue, "a4"),
        "letter": booklet(catalogue, "letter"),
    }
    return build_site(catalogue, booklets=booklets, **addresses)


def test_it_writes_the_whole_folder_and_writes_it_again(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "pages"
    assert main(["site", "-o", str(folder), "--address", "https://a.example/b/"]) == OK
    assert there(folder) == made(catalogue, address="https://a.example/b")
    # What is no longer there is taken away: without an address there is no sitemap.
    assert main(["site", "-o", str(folder), "--aid", "http://127.0.0.1:8501"]) == OK
    assert there(folder) == made(catalogue, aid="http://127.0.0.1:8501")
    assert "sitemap.xml" not in there(folder)


def test_a_folder_that_holds_other_things_is_refused_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "letters" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("mine")
    assert main(["site", "-o", str(tmp_path)]) == BAD_INPUT
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        f"{tmp_path}: holds other things, such as letters/mine.txt: choose a folder that is empty, "
        "or one that this command wrote."
    ]
    assert there(tmp_path) == {"letters/mine.txt": b"mine"}


def test_what_was_put_beside_the_pages_is_never_taken_away(tmp_path: Path) -> None:
    assert main(["site", "-o", str(tmp_path)]) == OK
    before = there(tmp_path)
    (tmp_path / "mine.html").write_text("mine")
    assert main(["site", "-o", str(tmp_path)]) == BAD_INPUT
    assert there(tmp_path) == before | {"mine.html": b"mine"}


def test_what_begins_with_a_dot_belongs_to_the_host(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("main")
    (tmp_path / ".nojekyll").write_text("")
    assert main(["site", "-o", str(tmp_path)]) == OK
    assert main(["site", "-o", str(tmp_path)]) == OK
    assert {".git/HEAD", ".nojekyll", LIST} <= set(there(tmp_path))


def test_a_list_that_names_files_elsewhere_takes_nothing_away(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / LIST).write_text(f"{'0' * 64}  ../mine.txt\n{'0' * 64}  {mine}\n")
    assert main(["site", "-o", str(folder)]) == OK
    assert mine.read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    assert main(["site", "-o", str(file / "pages")]) == BAD_INPUT
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "cannot be written" in said


@pytest.mark.parametrize(
    "address", ["pages.example", "ftp://pages.example", "https://", "https://a.example/?a", "x"]
)
def test_an_address_that_is_none_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["site", "-o", str(tmp_path), "--address", address])
    assert stopped.value.code == BAD_INPUT
    assert not there(tmp_path)
