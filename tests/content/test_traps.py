"""Changes that an editor may leave half done: ``aid check`` names what is missing and exits with 1.

Each test makes the change in a copy of the code and the content, as an editor would.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what a check reads."""
    for folder in ("aid", "content"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignored)
    return tmp_path


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def problems(copy: Path, exit_code: int = 1) -> list[str]:
    """What the command prints, one problem for each line."""
    done = subprocess.run(
        [sys.executable, "-m", "aid", "check"],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == exit_code, done.stdout
    return done.stdout.splitlines()


def test_a_concern_without_a_question(copy: Path) -> None:
    replace(
        copy / "aid/catalogue/ids.py", '    "being-seen",\n', '    "being-seen",\n    "noise",\n'
    )
    replace(
        copy / "content/en/concerns.toml",
        '[[concern]]\nid = "none-of-these"',
        '[[concern]]\nid = "noise"\nlabel = "Noise"\nyou-said = "Noise is one of your concerns."\n'
        'facts = ["pain"]\n\n[[concern]]\nid = "none-of-these"',
    )
    assert problems(copy) == [
        "content/en/questions.toml: when.concerns: no question for the doctor is about noise"
    ]


def test_an_answer_that_nothing_asks_for_or_uses(copy: Path) -> None:
    replace(
        copy / "aid/catalogue/answer_fields.py",
        "    dates: Annotated[",
        '    budget: Annotated[Literal["some", "not-sure"] | None, '
        'Choice(kind="one", ids="budget")] = None\n    dates: Annotated[',
    )
    unused = (
        "content/en/questionnaire.toml: budget: the answer has no line in content/en/sheet.toml "
        "(told, matters or time) and brings no question for the doctor"
    )
    assert problems(copy) == ["content/en/questionnaire.toml: budget: is missing", unused]
    with (copy / "content/en/questionnaire.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[question]]\nid = "budget"\nstep = "time"\nname = "Money"\n'
            'label = "Have you looked at prices?"\nwhy = "Your doctor can talk about them."\n'
            'option = [\n  { id = "some", label = "Yes" },\n'
            '  { id = "not-sure", label = "I am not sure" },\n]\n'
        )
    assert problems(copy) == [unused]
    replace(copy / "content/en/sheet.toml", "\nvisits = ", '\nbudget = "Money"\nvisits = ')
    assert problems(copy, exit_code=0)[0].startswith("The content is sound")


def test_a_method_without_anything_around_it(copy: Path) -> None:
    replace(
        copy / "aid/catalogue/ids.py",
        '    "dermabrasion",\n    "no-procedure-for-now",\n',
        '    "dermabrasion",\n    "cryorolling",\n    "no-procedure-for-now",\n',
    )
    methods = copy / "content/en/methods"
    text = (methods / "subcision.toml").read_text(encoding="utf-8")
    text = text.replace('id = "subcision"', 'id = "cryorolling"', 1)
    text = re.sub("^name = .*$", 'name = "Cryorolling"', text, count=1, flags=re.MULTILINE)
    text = text[: text.index("[[question]]")]
    (methods / "cryorolling.toml").write_text(text, encoding="utf-8")
    # One method more may move the reading level as a whole; that is no trap of this test.
    assert [item for item in problems(copy) if "generated/readability" not in item] == [
        "content/en/questions.toml: when.methods: no question for the doctor is about cryorolling",
        "content/drawings/method-cryorolling.svg: is missing",
    ]


def test_a_screen_that_nothing_leads_to(copy: Path) -> None:
    replace(
        copy / "content/en/pages.toml", 'id = "compare"\n', 'id = "compare"\npart-of = "scars"\n'
    )
    assert problems(copy)[0] == (
        "content/en/pages.toml: page[quiz]: part-of: "
        "compare is not in the menu, so nothing leads to this page"
    )


def test_a_text_that_counts_by_itself(copy: Path) -> None:
    replace(copy / "content/en/interface.toml", "shows all {methods}.", "shows all twelve.")
    (problem,) = problems(copy)
    assert problem.startswith("content/en/interface.toml: interface.compare.showing-all: “twelve”")


def test_a_number_that_no_cited_claim_holds(copy: Path) -> None:
    trade_offs = copy / "content/en/trade-offs.toml"
    replace(trade_offs, "In one, 22 of 30 people", "In one, 23 of 30 people")
    assert problems(copy) == [
        "content/en/trade-offs.toml: trade-offs.change-and-evidence.text: "
        "“23” is in no claim that is cited here"
    ]


def test_a_list_of_changes_without_a_date(copy: Path) -> None:
    changes = copy / "content/CHANGES.md"
    changes.write_text("# What changed\n\n## Lately\n", encoding="utf-8")
    assert problems(copy) == [
        "content/CHANGES.md: its first heading (##) must begin with a date, such as 2026-11-22"
    ]


def test_a_text_that_is_too_hard(copy: Path) -> None:
    replace(
        copy / "content/en/tips.toml",
        '[[beside]]\nid = "results-differ"\ntext = "Results differ from person to person.',
        '[[beside]]\nid = "results-differ"\ntext = "Therapeutic outcomes demonstrate '
        "considerable interindividual variability internationally.",
    )
    assert any("results-differ.text: is at grade" in problem for problem in problems(copy))
