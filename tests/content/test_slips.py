"""Mistakes of an editor that nobody sees are named: odd characters, dates in the future."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.load import build_catalogue
from aid.checks.editorial.dates import dates_have_come
from aid.errors import ContentError
from tests.content_files import copied, real_files

FILE = "en/methods/subcision.toml"


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ("\u202e", "holds U+202E right-to-left override, which nobody sees: delete it"),
        ("\u2066", "holds U+2066 left-to-right isolate, which nobody sees: delete it"),
        ("\u200b", "holds U+200B zero width space, which nobody sees: delete it"),
        ("\u00ad", "holds U+00AD soft hyphen, which nobody sees: delete it"),
        ("\ufeff", "holds U+FEFF zero width no-break space, which nobody sees: delete it"),
        ("\u0007", "holds U+0007 a control character, which nobody sees: delete it"),
        ("\u2028", "holds U+2028 line separator, which nobody sees: delete it"),
        ("e\u0301", "holds a letter and its mark as two characters: type it as one"),
    ],
)
def test_letters_that_nobody_sees_are_refused(slip: str, said: str) -> None:
    raw = copied(real_files(), FILE)
    raw[FILE]["name"] += slip
    with pytest.raises(ContentError) as refused:
        build_catalogue(raw)
    assert list(map(str, refused.value.problems)) == [f"content/{FILE}: name: {said}"]


def test_they_are_refused_deep_in_a_file_and_in_a_drawing() -> None:
    raw = copied(real_files(), "sources.toml", "drawings/shape-boxcar.svg")
    raw["sources.toml"]["source"][0]["title"] += "\u200d"
    raw["drawings/shape-boxcar.svg"]["svg"] += "\u200d"
    with pytest.raises(ContentError) as refused:
        build_catalogue(raw)
    first = raw["sources.toml"]["source"][0]["id"]
    assert {(problem.file, problem.key) for problem in refused.value.problems} == {
        ("drawings/shape-boxcar.svg", "svg"),
        ("sources.toml", f"source[{first}].title"),
    }


@pytest.mark.parametrize(
    ("version_in", "read_in", "found"),
    [
        (0, 0, []),
        (1, 0, ["content/CHANGES.md"]),
        (1, 1, ["content/CHANGES.md", "content/manifest.toml: evidence-read-on"]),
    ],
)
def test_a_date_that_has_not_come_is_refused(
    catalogue: Catalogue, version_in: int, read_in: int, found: list[str]
) -> None:
    today = date(2031, 5, 6)
    read_on = {"evidence_read_on": today + timedelta(days=read_in)}
    changed = replace(
        catalogue,
        content_version=today + timedelta(days=version_in),
        manifest=catalogue.manifest.model_copy(update=read_on),
    )
    said = [str(problem) for problem in dates_have_come(changed, today)]
    assert [line.rpartition(": ")[0] for line in said] == found
