"""The documents tell the truth about the repository: commands, paths, versions, examples."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import aid
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.evidence import Claim, Source
from aid.catalogue.methods import MethodFact
from aid.checks.editorial.prose import MOST_WORDS_SHORT, MOST_WORDS_TEXT
from tests import identity

ROOT = Path(__file__).parent.parent
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
STATUS = r"^Date: \d{4}-\d\d-\d\d\. Status: (accepted|superseded by decision \d+)"
PICTURES = ("docs/pictures/compare.png", "docs/pictures/sheet.png")
DOCUMENTS = [
    ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE-CONTENT.md")
] + [ROOT / "content" / "REVIEWING.md", ROOT / "content" / "CHANGES.md", *DECISIONS]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


# Commands.


def make_targets() -> list[str]:
    return re.findall(r"^([a-z]+):.*## ", read("Makefile"), flags=re.MULTILINE)


def commands() -> list[str]:
    """The commands of ``python -m aid``, as its help lists them."""
    done = subprocess.run(
        [sys.executable, "-m", "aid", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return re.findall(r"^    ([a-z]+)(?:  |$)", done.stdout, flags=re.MULTILINE)


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_is_named(document: str) -> None:
    targets = make_targets()
    assert {"run", "test", "pictures"} <= set(targets)
    text = read(document)
    assert not [name for name in targets if not re.search(rf"\bmake {name}\b", text)]


def test_no_make_target_is_named_that_does_not_exist() -> None:
    for path in DOCUMENTS:
        code = re.findall(r"`make ([a-z]+)|^    make ([a-z]+)", path.read_text(), re.MULTILINE)
        named = {one or other for one, other in code}
        assert named <= set(make_targets()), path.name


def test_every_command_is_shown_with_an_example() -> None:
    shown = set(re.findall(r"^    python -m aid ([a-z]+)", read("README.md"), flags=re.MULTILINE))
    assert shown == set(commands())


# Paths.


def layout() -> Iterator[str]:
    """The paths of README's tree: two spaces for each step down, then a name, then what it is."""
    (tree,) = re.findall(r"^```\n(app\.py .*?)^```", read("README.md"), re.MULTILINE | re.DOTALL)
    above: list[str] = []
    for line in tree.splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        name = line.split()[0]
        above[depth:] = [name]
        yield "".join(above)


def test_every_path_of_the_layout_exists() -> None:
    paths = list(layout())
    assert len(paths) > 30
    assert not [path for path in paths if not (ROOT / path).exists()]


def test_every_folder_and_every_top_module_is_in_the_layout() -> None:
    tracked = {name.split("/")[0] for name in tracked_files() if "/" in name}
    shown = {path.split("/")[0] for path in layout()}
    assert {name for name in tracked if not name.startswith(".")} <= shown


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://", "#")):
            assert (path.parent / target.partition("#")[0]).exists(), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_is_named_exists(path: Path) -> None:
    """Names in code quotes that begin with a folder of ours."""
    folders = "aid|content|docs|pages|tests|\\.streamlit"
    for name in re.findall(rf"`((?:{folders})/[\w./-]*)`", path.read_text(encoding="utf-8")):
        assert (ROOT / name).exists(), name


# Pictures, versions, decisions.


@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_is_there_small_and_shown(name: str) -> None:
    data = (ROOT / name).read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) <= 300_000
    assert f"]({name})" in read("README.md")


def test_the_changelog_and_the_citation_name_the_version() -> None:
    newest = re.findall(r"^## (\S+) – (\S+)$", read("CHANGELOG.md"), flags=re.MULTILINE)[0]
    assert newest[0] == aid.__version__
    cited = dict(
        re.findall(r"^(version|date-released): (\S+)$", read("CITATION.cff"), re.MULTILINE)
    )
    assert (cited["version"], cited["date-released"]) == newest


def test_decisions_are_numbered_each_once() -> None:
    assert len(DECISIONS) >= 9
    numbers = [int(path.name[:4]) for path in DECISIONS]
    assert len(set(numbers)) == len(numbers)
    for number, path in zip(numbers, DECISIONS, strict=True):
        assert path.name.startswith(f"{number:04}-"), path.name
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {number}. "), path.name
        assert re.search(STATUS, text, re.MULTILINE), path.name
        parts = re.findall(r"^## (.+)$", text, re.MULTILINE)
        assert parts == ["Context", "Decision", "Consequences"], path.name


def test_the_examples_for_editors_fit_the_models() -> None:
    text = read("CONTRIBUTING.md")
    fact, claim, source = map(tomllib.loads, re.findall(r"```toml\n(.*?)```", text, re.DOTALL))
    cell = MethodFact.model_validate(fact["facts"]["downtime"])
    assert len(cell.short.split()) <= MOST_WORDS_SHORT
    assert len(cell.text.split()) <= MOST_WORDS_TEXT
    Claim.model_validate({**claim["claim"][0], "topic": "subcision"})
    Source.model_validate(source["source"][0])
    for most in (MOST_WORDS_SHORT, MOST_WORDS_TEXT):
        assert f"at most {most} words" in text


def test_the_readme_says_whether_a_clinician_has_reviewed_the_content(
    catalogue: Catalogue,
) -> None:
    said = "No clinician has reviewed the content yet" in read("README.md")
    assert said == (catalogue.manifest.checked_by == "none")


def test_documents_leave_counting_to_the_content(catalogue: Catalogue) -> None:
    """A document that says "twelve methods" would be wrong with the next one."""
    numbers = "|".join(catalogue.interface.numbers.words[2:])
    counted = re.compile(
        rf"\b(?:{numbers}|\d+)\s+(?:\w+\s+)?"
        r"(?:options|methods|facts|shapes|tips|charts|screens|concerns|statements)\b",
        re.IGNORECASE,
    )
    for name in ("README.md", "CITATION.cff", "CONTRIBUTING.md", "content/REVIEWING.md"):
        assert not counted.search(read(name)), name


# Nothing of the machine that a file was written on.

WORKPLACE = re.compile(
    r"(?<![\w.~*-])/(?:home|root|Users|work|workspaces?|builds|mnt)/\w|[A-Z]:\\Users\\"
)
REGISTRY = re.compile(
    r"(?:index-url|find-links|trusted-host|registry)[ =]+[\w/:-]+[.:]\w"
    r"|https?://[^\s/]+/(?:[^\s/]+/)*simple\b"
    r"|pythonhosted|artifactory|\bnexus\b"
)


@cache
def tracked_files() -> tuple[str, ...]:
    """The files of the repository; of the folder, where there is no git."""
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = done.stdout.splitlines() if done.returncode == 0 else walked_files()
    return tuple(name for name in names if (ROOT / name).is_file())


def walked_files() -> Iterator[str]:
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        if not any(part.startswith(".") or part == "__pycache__" for part in parts):
            yield "/".join(parts)


def test_no_file_names_a_workplace_or_a_registry() -> None:
    files = tracked_files()
    assert len(files) > 100
    here = re.compile(rf"(?<![\w./]){re.escape(str(ROOT))}(?!\w)")
    found = []
    for name in files:
        data = (ROOT / name).read_bytes()
        if b"\0" in data or name == "tests/test_docs.py":
            continue
        text = data.decode("utf-8")
        found += [
            (name, match[0])
            for pattern in (WORKPLACE, REGISTRY)
            for match in pattern.finditer(text)
        ]
        if here.search(text):
            found.append((name, "this very folder"))
    assert not found


# The identity.


def test_the_page_of_the_identity_is_that_of_the_style_sheet(catalogue: Catalogue) -> None:
    """When it fails: run make pictures."""
    assert identity.PAGE.read_text(encoding="utf-8") == identity.text(catalogue)
    for name in (*identity.PICTURES, *identity.CONTROL_PICTURES):
        assert (ROOT / "docs" / "pictures" / name).is_file(), name


def test_every_colour_of_the_identity_has_the_contrast_that_is_asked_of_it() -> None:
    assert len(identity.colours()) >= 10
    for one, other, light, dark, least in identity.contrasts():
        assert min(light, dark) >= least, (one, other, light, dark)
