"""The licences of what the app needs: ``make licences`` writes ``docs/licences.md``.

They are read from the installed packages. What each package calls its licence is brought to the
names of the SPDX list, and only licences that go with ours are let through.
"""

from __future__ import annotations

import re
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

from fontTools.ttLib import TTFont
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from aid.typefaces import ATKINSON, LICENCE, NOTO

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "licences.md"

ACCEPTED = {
    "0BSD": "as it is",
    "Apache-2.0": "ours",
    "BSD-2-Clause": "keep the notice",
    "BSD-3-Clause": "keep the notice",
    "CC0-1.0": "as it is",
    "MIT": "keep the notice",
    "MIT-CMU": "keep the notice",
    "MPL-2.0": "used unchanged; changed files of it would have to stay under it",
    "OFL-1.1": "fonts: free to embed; not sold by themselves",
    "PSF-2.0": "keep the notice",
    "Zlib": "keep the notice",
}
"""Licences that go with the Apache License 2.0, and what each asks of us."""

_SPDX = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache License 2.0": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""What older packages call their licence, in a line of text or as a class of the package index."""


MOST_CHARACTERS = 100
"""Some packages state the whole text of their licence in place of its name."""


FONT_LICENCE = "SIL OPEN FONT LICENSE Version 1.1"


class LicenceError(Exception):
    """A package that is not there, or whose licence is unknown or does not go with ours."""


def pinned() -> dict[str, str]:
    """The packages of ``requirements.txt`` with their versions, in its order."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==(\S+)", text, flags=re.MULTILINE))


def licence_of(name: str) -> str:
    """The licence of an installed package, as an SPDX expression.

    Raises:
        LicenceError: The package is not installed, or it names its licence is not known here.
    """
    try:
        fields = metadata(name)
    except PackageNotFoundError:
        raise LicenceError(f"{name} is not installed: run make setup.") from None
    for said in _said(fields):
        try:
            return canonicalize_license_expression(_SPDX.get(said, said))
        except InvalidLicenseExpression:
            continue
    raise LicenceError(f"{name}: its licence is not known: {_said(fields)}")


def _said(fields: PackageMetadata) -> list[str]:
    classes = [item.split(" :: ")[-1] for item in fields.get_all("Classifier") or []]
    lines = [*(fields.get_all("License-Expression") or []), *(fields.get_all("License") or [])]
    return [line for line in (*lines, *classes) if len(line) < MOST_CHARACTERS]


def fonts() -> dict[str, tuple[str, str]]:
    """The font families of the repository, each with its version and its licence.

    Raises:
        LicenceError: The licence beside a font is another one.
    """
    found = {}
    for path in sorted(path for folder in (ATKINSON, NOTO) for path in folder.glob("*.?tf")):
        if FONT_LICENCE not in path.with_name(LICENCE).read_text(encoding="utf-8"):
            raise LicenceError(f"{path}: {LICENCE} beside it is not the {FONT_LICENCE}.")
        with TTFont(path, lazy=True) as font:
            family, version = (font["name"].getDebugName(number) for number in (1, 5))
        found[family] = version.removeprefix("Version ").split(";")[0], "OFL-1.1"
    return found


def strangers(expression: str) -> list[str]:
    """The licences of an expression that are not accepted; none where a choice leaves one that is.

    Args:
        expression: Names joined by AND, or by OR; brackets do not occur.
    """
    choices = [choice.split(" AND ") for choice in expression.split(" OR ")]
    return min(([name for name in choice if name not in ACCEPTED] for choice in choices), key=len)


def page() -> str:
    """The list as Markdown: the same packages make the same text."""
    rows = [f"| {name} | {version} | {licence_of(name)} |" for name, version in pinned().items()]
    files = [
        f"| {family} | {version} | {licence} |" for family, (version, licence) in fonts().items()
    ]
    asked = [f"| {name} | {asks} |" for name, asks in ACCEPTED.items()]
    return "\n".join(
        [
            "# Licences of what the app needs",
            "",
            "Written by `make licences` from the packages that `requirements.txt` pins. Our own",
            "code is under the Apache License 2.0, our content under CC BY 4.0.",
            "",
            "| Package | Version | Licence (SPDX) |",
            "| --- | --- | --- |",
            *rows,
            "",
            "It is what each package says of itself. Packages with compiled parts bring the",
            "notices of those parts along in their own folders.",
            "",
            "The fonts are files of the repository, in `aid/typefaces/`.",
            "",
            "| Font | Version | Licence (SPDX) |",
            "| --- | --- | --- |",
            *files,
            "",
            "Accepted are licences that go with the Apache License 2.0; a test refuses any other.",
            "",
            "| Licence | What it asks |",
            "| --- | --- |",
            *asked,
            "",
        ]
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
