"""The paper on which a clinician signs off one method: all that a reader sees, and its sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import METHOD_IDS, MethodId
from aid.cli.command import BAD_INPUT, OK
from aid.cli.main import main
from aid.papers.render.html import HtmlRenderer
from aid.papers.sign_off import COLUMNS, sign_off, sign_off_section


def flat(text: str) -> str:
    """A text without its line breaks, as it was before it was wrapped."""
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("method_id", METHOD_IDS)
def test_everything_that_is_said_of_a_method_is_on_it(
    catalogue: Catalogue, method_id: MethodId
) -> None:
    method = catalogue.method_by_id[method_id]
    paper = flat(sign_off(catalogue, method))
    assert method.name in paper
    assert method.summary in paper
    claims: set[str] = set()
    for fit in method.shapes.values():
        assert fit.reason in paper
        claims.update(fit.claims)
    for fact in catalogue.facts:
        content = method.facts[fact.id]
        certainty = catalogue.interface.certainty[content.certainty].name
        assert f"In short: {content.short} In full: {content.text}" in paper
        assert f"How sure: {certainty} Rests on" in paper
        for figure in content.more_figures:
            assert f"[{figure.claim}]" in paper
        claims.update(content.claims)
    for claim_id in claims:
        assert f"- {claim_id}: {catalogue.claim_by_id[claim_id].plain}" in paper
        for source_id in catalogue.claim_by_id[claim_id].sources:
            assert f"[{source_id}] " in paper


def test_every_part_can_be_marked_and_the_whole_signed(catalogue: Catalogue) -> None:
    method = catalogue.methods[0]
    lines = sign_off(catalogue, method).splitlines()
    words = catalogue.sign_off
    marks = [line for line in lines if line.strip().startswith(words.mark)]
    assert len(marks) == 1 + len(method.shapes) + len(method.facts)
    for label in (words.name_line, words.role_line, words.date_line, words.signature_line):
        assert [line for line in lines if line.startswith(f"{label} ___")]


def test_no_line_is_wider_than_the_paper_but_a_link(catalogue: Catalogue) -> None:
    for method in catalogue.methods:
        for line in sign_off(catalogue, method).splitlines():
            assert len(line) <= COLUMNS or line.strip().startswith("http"), line


def test_it_is_made_of_the_blocks_that_every_format_renders(catalogue: Catalogue) -> None:
    method = catalogue.method_by_id["subcision"]
    html = HtmlRenderer(1, catalogue.drawings).render([sign_off_section(catalogue, method)])
    for fact in catalogue.facts:
        assert Markup.escape(method.facts[fact.id].text) in html
        for claim_id in method.facts[fact.id].claims:
            assert f"<li>{claim_id}: " in html


def test_the_command_writes_it(catalogue: Catalogue, tmp_path: Path) -> None:
    file = tmp_path / "subcision.txt"
    assert main(["method", "subcision", "-o", str(file)]) == OK
    assert file.read_text(encoding="utf-8") == sign_off(
        catalogue, catalogue.method_by_id["subcision"]
    )


@pytest.mark.parametrize("name", ["paper.pdf", "paper", "missing/paper.txt"])
def test_a_file_that_cannot_be_written_is_one_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["method", "subcision", "-o", str(tmp_path / name)]) == BAD_INPUT
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert name in said.err
    assert not list(tmp_path.iterdir())
