"""The package: what is built from the repository runs without it, with the content inside."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tomllib
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

import aid
from tests.browser.test_files import asked
from tests.conftest import ROOT, free_port, running_app
from tests.test_docs import tracked_files

pytestmark = pytest.mark.slow

BESIDE = ("app.py", "pages/", "content/", ".streamlit/config.toml")
"""What lies beside ``aid/`` and goes into ``aid/installed/``."""


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both archives. The wheel is built from the source archive, not from here."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment with the package in it.

    The libraries are those of this environment, which saves fetching them.
    """
    folder = tmp_path_factory.mktemp("fresh")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    programs = folder / "bin"
    (libraries,) = (folder / "lib").glob("python*/site-packages")
    here = [path for path in sys.path if path.endswith("site-packages")]
    (libraries / "shared.pth").write_text("\n".join(here))
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        programs / "python",
        "install",
        "--quiet",
    ]
    run(*pip, "--no-deps", "--no-index", "--no-warn-script-location", wheel, cwd=folder)
    return programs


def test_the_wheel_holds_all_that_the_app_needs(wheel: Path) -> None:
    wanted = {name: name for name in tracked_files() if name.startswith("aid/")}
    wanted |= {f"aid/installed/{name}": name for name in tracked_files() if name.startswith(BESIDE)}
    with ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
        assert held == set(wanted)
        for name, here in wanted.items():
            assert archive.read(name) == (ROOT / here).read_bytes(), name


def test_the_version_is_that_of_the_code_and_the_libraries_those_of_the_app(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("/METADATA")]
        said = Parser().parsestr(archive.read(name).decode())
    assert said["Version"] == aid.__version__
    lines = (ROOT / "requirements.in").read_text().splitlines()
    pinned = [line.replace(" ", "") for line in lines if line and not line.startswith("#")]
    needed = [line.replace(" ", "").replace('"', "'") for line in said.get_all("Requires-Dist", [])]
    assert sorted(needed) == sorted(line.replace('"', "'") for line in pinned)


def test_the_source_archive_holds_the_licences_and_how_to_cite(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert {"LICENSE", "LICENSE-CONTENT.md", "CITATION.cff", "CHANGELOG.md", "README.md"} <= held


def test_what_builds_the_package_is_pinned_once_for_all() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    locked = (ROOT / "requirements-dev.in").read_text().splitlines()
    assert set(project["build-system"]["requires"]) <= set(locked)


def test_its_command_works_in_any_folder(programs: Path, tmp_path: Path) -> None:
    command = programs / "scar-options"
    where = "import aid; print(aid.__file__)"
    home = Path(run(programs / "python", "-c", where, cwd=tmp_path).strip()).parents[2]
    assert home.is_relative_to(programs.parent), "it is the installed package that runs"
    assert run(command, "check", cwd=tmp_path).splitlines()[-1].startswith("The content is sound")
    answers = run(command, "answers", "--example", cwd=tmp_path)
    assert answers == run(sys.executable, "-m", "aid", "answers", "--example", cwd=ROOT)
    (tmp_path / "answers.json").write_text(answers)
    run(command, "sheet", "answers.json", "-o", "sheet.pdf", cwd=tmp_path)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert "usage: scar-options " in run(command, "--help", cwd=tmp_path)


def test_the_installed_app_starts_and_shows_its_words(programs: Path, tmp_path: Path) -> None:
    port = free_port()
    command = [str(programs / "scar-options"), "run", "--port", str(port)]
    with running_app(tmp_path / "log.txt", port=port, folder=tmp_path, command=command) as app:
        assert "Scar Options is at" in app.log
        reply = asked(app, "/methods")
    assert reply.status == 200
    assert b"<title>" in reply.body
