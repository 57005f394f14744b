"""Every library that the app needs is listed with its licence, and each goes with ours."""

from __future__ import annotations

import shutil
from email.message import Message
from pathlib import Path

import pytest

from aid.papers.typesetting.fonts import FONTS
from aid.typefaces import ATKINSON
from tests import licences
from tests.licences import ACCEPTED, PAGE, LicenceError, fonts, licence_of, page, pinned, strangers


def test_the_list_is_that_of_the_pinned_packages() -> None:
    """``make licences`` updates it."""
    assert len(pinned()) > 40
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("name", pinned())
def test_each_licence_goes_with_ours(name: str) -> None:
    assert strangers(licence_of(name)) == []


def test_every_accepted_licence_is_in_use() -> None:
    of_packages = [licence_of(name).replace(" OR ", " AND ") for name in pinned()]
    used = {part for licence in of_packages for part in licence.split(" AND ")}
    assert used | {licence for _, licence in fonts().values()} == set(ACCEPTED)


def test_every_font_of_the_repository_is_listed_with_the_licence_beside_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert {font.family for font in FONTS} == set(fonts())
    shutil.copy(ATKINSON / "AtkinsonHyperlegible-Bold.ttf", tmp_path)
    (tmp_path / "OFL.txt").write_text("All rights reserved.")
    monkeypatch.setattr(licences, "ATKINSON", tmp_path)
    with pytest.raises(LicenceError, match="AtkinsonHyperlegible-Bold"):
        fonts()


@pytest.mark.parametrize(
    ("expression", "refused"),
    [
        ("MIT", []),
        ("MIT AND Zlib", []),
        ("GPL-3.0-only", ["GPL-3.0-only"]),
        ("MIT AND AGPL-3.0-only", ["AGPL-3.0-only"]),
        ("GPL-2.0-only OR MIT", []),
        ("MIT OR GPL-2.0-only", []),
        ("GPL-2.0-only OR LGPL-3.0-only", ["GPL-2.0-only"]),
        ("(MIT)", ["(MIT)"]),
    ],
)
def test_a_licence_that_is_not_accepted_is_found(expression: str, refused: list[str]) -> None:
    assert strangers(expression) == refused


@pytest.mark.parametrize(
    ("said", "licence"),
    [
        ([("License-Expression", "mit"), ("License", "GPL")], "MIT"),
        ([("License", "MIT License")], "MIT"),
        (
            [("License", "x" * 200), ("Classifier", "License :: OSI Approved :: BSD License")],
            "BSD-3-Clause",
        ),
        ([("License", "free for all"), ("Classifier", "Topic :: Text")], None),
        ([], None),
    ],
)
def test_what_a_package_says_is_brought_to_one_name(
    monkeypatch: pytest.MonkeyPatch, said: list[tuple[str, str]], licence: str | None
) -> None:
    fields = Message()
    for key, value in said:
        fields[key] = value
    monkeypatch.setattr(licences, "metadata", lambda _: fields)
    if licence:
        assert licence_of("a-package") == licence
    else:
        with pytest.raises(LicenceError):
            licence_of("a-package")


def test_a_package_that_is_not_installed_is_named() -> None:
    with pytest.raises(LicenceError, match="no-such-package is not installed"):
        licence_of("no-such-package")
