"""The names that code, style sheet and scripts share are those of one table."""

from __future__ import annotations

import re

from aid.answers.model import Answers
from aid.ui.hooks import CLASSES, IDS, KEYS, STORED
from tests.conftest import ROOT

UI = ROOT / "aid" / "ui"


def text_of(pattern: str) -> str:
    paths = sorted(path for path in UI.rglob(pattern) if path.name != "hooks.py")
    assert paths
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


CSS, SCRIPTS, CODE = text_of("*.css"), text_of("*.js"), text_of("*.py")
VIEWS = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "aid" / "views").rglob("*"))
    if path.suffix in {".py", ".html", ".jinja", ".j2"}
)


def test_every_key_in_the_style_sheet_and_the_scripts_is_in_the_table() -> None:
    found = set(re.findall(r"st-key-([a-z][a-z-]*)", CSS + SCRIPTS))
    found |= set(re.findall(r'\[class\*="(?!st-key-)([a-z-]+)"\]', CSS))
    assert found == set(KEYS)


def test_every_key_of_the_table_is_given_to_something() -> None:
    given = {re.sub(r"[^a-z-]", "-", key) for key in re.findall(r'key=f?"([a-z.-]+)', CODE)}
    given |= {re.sub(r"[^a-z-]", "-", name) for name in re.findall(r'key_for\(f?"([a-z.-]+)', CODE)}
    given |= {f"ask-{name.replace('_', '-')}" for name in Answers.model_fields}
    for key in KEYS:
        assert any(item.startswith(key) or key.startswith(item) for item in given), key


def test_buttons_have_keys_that_are_classes_as_they_are() -> None:
    """The tab compares the key of a press with the class of its button."""
    for call in re.findall(r"st\.button\((?:[^()]|\([^()]*\))*\)", CODE):
        key = re.search(r'key=f?"([^"]+)"', call)
        assert key, call
        assert re.fullmatch(r"[a-z-]+", re.sub(r"\{[\w.]+\}", "x", key[1])), call


def test_ids_and_classes_are_made_and_looked_for() -> None:
    made = CODE + VIEWS + SCRIPTS
    for name in IDS:
        assert f'"{name}"' in made, name
        assert f"#{name}" in CSS, name
    for name in CLASSES:
        assert re.search(rf"[\"' ]{name}[\"' ]", made), name
        assert f".{name}" in SCRIPTS or f"'{name}'" in SCRIPTS, name


def test_the_tab_stores_nothing_else() -> None:
    assert set(re.findall(r"'(scar-options-[a-z-]+)'", SCRIPTS)) == set(STORED)
    assert not re.search(r"localStorage|indexedDB|document\.cookie", SCRIPTS)
