"""What the tests need from the system is named in sentences, and an engine can be left out."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests import system_packages
from tests.system_packages import LEAVE_OUT, ProgramMissingError, left_out, main, program


@pytest.fixture
def nothing_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any of the programs, whose user may install none."""
    monkeypatch.setattr("shutil.which", lambda *_args, **_options: None)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr("tests.chromium._playwrights_own", lambda: None)


@pytest.mark.usefixtures("nothing_here")
@pytest.mark.parametrize(
    ("name", "package", "engine"),
    [
        ("firefox-esr", "firefox-esr", "firefox"),
        ("WebKitWebDriver", "webkit2gtk-driver", "webkit"),
        ("Xvfb", "xvfb", "webkit"),
    ],
)
def test_a_missing_engine_is_one_sentence_that_says_how_to_get_it(
    name: str, package: str, engine: str
) -> None:
    with pytest.raises(ProgramMissingError) as missing:
        program(name)
    assert str(missing.value) == (
        f"{name} is missing and the tests need it: install it (on Debian and Ubuntu: "
        f"sudo apt-get install {package}), or do without: make test {LEAVE_OUT}={engine}."
    )


@pytest.mark.usefixtures("nothing_here")
def test_what_an_engine_needs_is_not_asked_for_where_it_is_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(LEAVE_OUT, raising=False)
    assert main() == 1
    said = capsys.readouterr().err
    assert "firefox-esr is missing" in said
    assert "WebKitWebDriver is missing" in said
    monkeypatch.setenv(LEAVE_OUT, "webkit")
    assert main() == 1
    said = capsys.readouterr().err
    assert "firefox-esr is missing" in said
    assert "WebKit" not in said
    assert "Xvfb" not in said
    assert "nginx is missing" in said


def test_an_engine_that_is_not_known_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(LEAVE_OUT, "safari,webkit")
    with pytest.raises(ProgramMissingError, match="names safari: it knows firefox, webkit"):
        left_out()
    assert main() == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.slow
def test_pytest_leaves_out_the_engines_that_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LEAVE_OUT, "webkit")
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "tests/engines"]
    done = subprocess.run(
        command, cwd=system_packages.ROOT, capture_output=True, text=True, check=True
    )
    assert "firefox]" in done.stdout
    assert "webkit]" not in done.stdout
    assert "deselected" in done.stdout
