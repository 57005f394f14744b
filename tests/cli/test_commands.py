"""The command line that others script against: shapes, exit codes, plain lines, no leftovers."""

from __future__ import annotations

import io
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pikepdf
import pypdf
import pytest

from aid import checks
from aid.answers.example import example_answers
from aid.answers.file import answers_json, load_answers
from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import FACT_IDS, METHOD_IDS
from aid.catalogue.schemas import content_schemas
from aid.catalogue.text_index import reader_texts
from aid.cli import content, papers
from aid.cli.main import main
from aid.errors import ContentError, Problem
from aid.tailoring.comparison import rows
from aid.tailoring.direct import direct_comparisons
from aid.tailoring.doctor_questions import asked_questions
from aid.tailoring.relevance import relevance, ticked_dents

ROOT = Path(__file__).parent.parent.parent
PDF_DATE = "2026-11-22"
PRINTED_DATE = "22 November 2026"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Runs a command in this process: its exit code, what it prints, what it says of problems."""
    monkeypatch.setattr(checks, "load_checked_catalogue", lambda **_: catalogue)

    def command(*arguments: str | Path) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def program(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Runs a command as a person does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "aid", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
        **options,
    )


@pytest.fixture
def answers_file(tmp_path: Path) -> Path:
    """The example answers as a file."""
    return written(tmp_path, example_answers())


def written(folder: Path, answers: Answers, name: str = "answers.json") -> Path:
    path = folder / name
    path.write_text(answers_json(answers, "2026-11-22"), encoding="utf-8")
    return path


def plain_lines(said: str) -> list[str]:
    """The lines of standard error, each a plain sentence."""
    lines = said.splitlines()
    assert lines
    for line in lines:
        assert line.endswith("."), line
        assert "Traceback" not in line, line
    return lines


# check


@pytest.mark.slow
def test_check_says_that_the_content_is_sound() -> None:
    done = program("check")
    assert done.returncode == 0
    assert done.stdout.startswith(b"The content is sound: %d methods, " % len(METHOD_IDS))
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


def test_check_prints_every_problem_and_fails(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    found = (
        Problem("en/methods/subcision.toml", "facts.cost", "is missing"),
        Problem("en/quiz.toml", "", "the file is missing"),
    )
    problems = (
        "content/en/methods/subcision.toml: facts.cost: is missing",
        "content/en/quiz.toml: the file is missing",
    )

    def broken(**_: object) -> Catalogue:
        raise ContentError(found)

    monkeypatch.setattr(checks, "load_checked_catalogue", broken)
    assert run("check") == (1, "".join(f"{problem}\n" for problem in problems), "")
    assert run("check", "--method", "subcision") == (1, f"{problems[0]}\n", "")
    assert run("check", "--method", "dermabrasion") == (0, "", "")
    for command in (("texts",), ("answers", "--example"), ("compare", "none.json")):
        code, out, err = run(*command)
        assert (code, out, err.splitlines()) == (1, "", list(problems))


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 11, 23), "Nothing is due for review."),
        (date(2999, 1, 1), "was due for review on"),
    ],
)
def test_check_lists_what_is_due(
    run: Run, monkeypatch: pytest.MonkeyPatch, on: date, said: str
) -> None:
    monkeypatch.setattr(content, "today", lambda: on)
    code, out, _ = run("check", "--due")
    assert code == 0
    assert said in out.splitlines()[1]


# compare


def test_compare_json_has_exactly_the_stated_shape(
    run: Run, catalogue: Catalogue, tmp_path: Path
) -> None:
    answers = example_answers().with_values(earlier_procedures="A peel.", visits=None)
    code, out, err = run("compare", written(tmp_path, answers), "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert list(found) == [
        "content-version",
        "relevance-note",
        "methods",
        "rows",
        "direct",
        "questions",
        "tell",
    ]
    assert found["content-version"] == catalogue.content_version.isoformat()
    assert isinstance(found["relevance-note"], str)

    assert [method["id"] for method in found["methods"]] == [
        method.id for method in catalogue.methods
    ]
    for method in found["methods"]:
        assert list(method) == [
            "id",
            "name",
            "relevant",
            "list",
            "reason",
            "fit",
            "downtime-note",
            "visits-note",
        ]
        assert method["relevant"] is (method["list"] == "shapes")
        fits = catalogue.method_by_id[method["id"]].shapes
        assert method["fit"] == {
            dent: {
                "status": fits[dent].status,
                "reason": fits[dent].reason,
                "claims": list(fits[dent].claims),
            }
            for dent in ticked_dents(answers.scar_shapes)
        }
        assert method["name"]
        assert method["reason"]
        assert isinstance(method["downtime-note"], str)
        assert method["visits-note"] is None

    expected = rows(catalogue, answers.concerns, answers.top_concerns)
    assert [row["id"] for row in found["rows"]] == [row.id for row in expected]
    assert [row["marked"] for row in found["rows"]] == [row.marked for row in expected]
    for row in found["rows"]:
        assert list(row) == ["id", "label", "marked", "key", "cells"]
        assert isinstance(row["key"], bool)
        assert list(row["cells"]) == [method.id for method in catalogue.methods]

    asked = asked_questions(catalogue, answers)
    assert [question["id"] for question in found["questions"]] == [item.id for item in asked]
    for question in found["questions"]:
        assert list(question) == ["id", "text", "reason", "group", "private"]
        bank = catalogue.question_by_id[question["id"]]
        assert question["private"] is bool(bank.when.health)
        assert question["reason"] == bank.why

    assert [(item["id"], item["printed"]) for item in found["tell"]] == [
        ("darker-skin", False),
        ("cold-sores", True),
        ("earlier-procedures", False),
    ]
    for item in found["tell"]:
        assert list(item) == ["id", "text", "printed"]
        assert item["text"] == catalogue.health_by_id[item["id"]].tell


def test_compare_json_holds_every_cell_with_its_figures_and_sources(
    run: Run, catalogue: Catalogue, answers_file: Path
) -> None:
    found = json.loads(run("compare", answers_file, "--json")[1])
    cells = {
        (method, row["id"]): cell for row in found["rows"] for method, cell in row["cells"].items()
    }
    assert len(cells) == len(METHOD_IDS) * len(FACT_IDS)
    for (method_id, fact_id), cell in cells.items():
        content = catalogue.method_by_id[method_id].facts[fact_id]
        assert list(cell) == [
            "short",
            "text",
            "figures",
            "more-figures",
            "certainty",
            "sources",
            "claims",
        ]
        assert cell["short"] == content.short
        assert cell["text"] == content.text
        assert cell["certainty"] == content.certainty
        assert cell["claims"] == list(content.claims)
        if content.figures is None:
            assert cell["figures"] is None
        else:
            assert list(cell["figures"]) == ["low", "high", "unit"]
            assert cell["figures"]["low"] <= cell["figures"]["high"]
        assert len(cell["more-figures"]) == len(content.more_figures)
        for figure in cell["more-figures"]:
            assert {"label", "unit", "who", "claim"} <= set(figure)
            assert None not in figure.values()
        known = {
            source for claim in cell["claims"] for source in catalogue.claim_by_id[claim].sources
        }
        assert set(cell["sources"]) >= known
        assert len(set(cell["sources"])) == len(cell["sources"])
        assert set(cell["sources"]) <= set(catalogue.source_by_id)


def test_compare_of_no_answers_is_whole(run: Run, catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "empty.json"
    path.write_text('{"format": "scar-options-answers", "version": 1}')
    code, out, err = run("compare", path, "--json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert len(found["methods"]) == len(METHOD_IDS)
    assert all(method["relevant"] for method in found["methods"])
    assert {method["list"] for method in found["methods"]} == {"shapes"}
    assert [method["fit"] for method in found["methods"]] == [{}] * len(METHOD_IDS)
    assert {method["downtime-note"] for method in found["methods"]} == {None}
    assert {method["visits-note"] for method in found["methods"]} == {None}
    assert [row["id"] for row in found["rows"]] == list(catalogue.fact_by_id)
    assert found["tell"] == []
    assert not any(question["private"] for question in found["questions"])


def test_compare_json_has_each_study_of_two_methods_on_the_list(
    run: Run, catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "empty.json"
    path.write_text('{"format": "scar-options-answers", "version": 1}')
    found = json.loads(run("compare", path, "--json")[1])
    listed = {method["id"] for method in found["methods"] if method["relevant"]}
    expected = direct_comparisons(catalogue, listed)
    assert [(item["methods"], item["study"]) for item in found["direct"]] == [
        (list(item.methods), item.study.id) for item in expected
    ]
    for item in found["direct"]:
        assert list(item) == [
            "methods",
            "study",
            "text",
            "who",
            "n",
            "shapes",
            "follow-up",
            "by-chance",
            "difference",
            "harms",
            "year",
            "certainty",
            "claims",
            "sources",
        ]
        assert set(item["methods"]) <= listed
        assert all(item[key] for key in ("text", "who", "follow-up", "harms", "claims", "sources"))


def test_compare_of_few_methods_has_only_their_studies(
    run: Run, catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "raised.json"
    path.write_text(
        '{"format": "scar-options-answers", "version": 1, "answers": {"scar-shapes": ["raised"]}}'
    )
    found = json.loads(run("compare", path, "--json")[1])
    listed = {method["id"] for method in found["methods"] if method["relevant"]}
    assert len(listed) < len(METHOD_IDS)
    assert all(set(item["methods"]) <= listed for item in found["direct"])


@pytest.mark.slow
def test_the_same_answers_give_the_same_bytes_in_another_process(
    run: Run, answers_file: Path
) -> None:
    here = run("compare", answers_file, "--json")[1]
    for seed in ("1", "2"):
        there = program(
            "compare", answers_file, "--json", env={**os.environ, "PYTHONHASHSEED": seed}
        )
        assert there.returncode == 0
        assert there.stdout.decode() == here


def test_compare_as_text_names_every_method_and_row(
    run: Run, catalogue: Catalogue, tmp_path: Path
) -> None:
    answers = Answers(scar_shapes=("rolling",))
    code, out, err = run("compare", written(tmp_path, answers))
    assert (code, err) == (0, "")
    listing = relevance(catalogue, answers.scar_shapes)
    signs = {"shapes": "*", "less": "+", "other": "-"}
    lines = [line for line in out.splitlines() if line.startswith(("* ", "+ ", "- "))]
    assert lines == [
        f"{signs[listed.section]} {catalogue.method_by_id[listed.method_id].name}"
        for listed in listing.methods
    ]
    assert {listed.section for listed in listing.methods} == set(signs)
    for listed in listing.methods:
        assert all(fit.reason in out for fit in listed.fits.values())
    for fact in catalogue.facts:
        assert fact.label in out
    for method in catalogue.methods:
        assert method.facts["cost"].short in out
    assert catalogue.interface.compare.order in out
    assert catalogue.interface.direct.title in out
    assert catalogue.interface.direct.never_lead in out


# texts, answers, schemas


def test_texts_lists_every_text_with_its_places(run: Run, catalogue: Catalogue) -> None:
    code, out, err = run("texts", "--json")
    assert (code, err) == (0, "")
    listed = json.loads(out)
    assert listed == [
        {"key": text.key, "text": text.text, "where": list(text.where)}
        for text in reader_texts(catalogue)
    ]
    assert len(listed) > 2000
    plain = run("texts")[1]
    assert f"{listed[0]['key']}: {listed[0]['text']}" in plain.splitlines()


@pytest.mark.slow
def test_json_is_utf_8_whatever_the_terminal_is() -> None:
    """Others script against it; a pipe on Windows, for one, has another encoding."""
    done = program("texts", "--json", env={**os.environ, "PYTHONIOENCODING": "latin-1"})
    assert done.stderr == b""
    assert done.returncode == 0
    assert any("“" in entry["text"] for entry in json.loads(done.stdout.decode("utf-8")))


def test_a_reader_that_stops_early_is_no_failure() -> None:
    """As in ``python -m aid texts | head -1``."""
    with subprocess.Popen(
        [sys.executable, "-m", "aid", "texts"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_the_example_fits_the_schema_and_comes_back(
    run: Run, catalogue: Catalogue, jsonschema: ModuleType
) -> None:
    code, out, err = run("answers", "--example")
    assert (code, err) == (0, "")
    code, schema_out, err = run("answers", "--schema")
    assert (code, err) == (0, "")
    schema = json.loads(schema_out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(out), schema)
    answers = load_answers(out.encode(), catalogue.question_by_id, ()).answers
    version = catalogue.content_version.isoformat()
    assert answers == example_answers()
    assert answers_json(answers, version) == out


@pytest.mark.parametrize(
    "change",
    [
        {"format": "other"},
        {"version": 2},
        {"more": 1},
        {"answers": {"downtime": "weeks"}},
        {"answers": {"notes": "x" * 2001}},
        {"answers": {"compare-methods": ["subcision"] * 4}},
        {"answers": {"scar_shapes": []}},
        {"answers": {"own-questions": ["?"] * 13}},
    ],
)
def test_the_schema_refuses_what_the_aid_refuses(
    run: Run, jsonschema: ModuleType, change: dict[str, object]
) -> None:
    schema = json.loads(run("answers", "--schema")[1])
    content = {"format": "scar-options-answers", "version": 1, **change}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, schema)


def test_schemas_are_written_for_every_kind_of_content_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(content, "CONTENT_FOLDER", tmp_path)
    assert run("schemas") == (0, "", "")
    assert run("schemas") == (0, "", "")
    found = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.json")}
    assert found == dict(content_schemas())


# sheet


@pytest.mark.parametrize(
    ("paper", "points"), [("a4", (595.28, 841.89)), ("letter", (612.0, 792.0))]
)
def test_sheet_writes_a_dated_pdf_on_the_paper_asked_for(
    run: Run, answers_file: Path, tmp_path: Path, paper: str, points: tuple[float, float]
) -> None:
    output = tmp_path / "sheet.pdf"
    assert run("sheet", answers_file, "-o", output, "--paper", paper, "--date", PDF_DATE) == (
        0,
        "",
        "",
    )
    with pikepdf.open(output) as pdf:
        size = [float(edge) for edge in pdf.pages[0].mediabox][2:]
        assert size == pytest.approx(points, abs=0.1)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(output).pages)
    assert PRINTED_DATE in " ".join(text.split())
    assert "two small children" in text


@pytest.mark.slow
def test_the_same_answers_and_date_give_the_same_pdf_in_another_process(
    run: Run, answers_file: Path, tmp_path: Path
) -> None:
    """A4 is the paper when none is named."""
    here, again, there = (tmp_path / name for name in ("here.pdf", "again.pdf", "there.PDF"))
    run("sheet", answers_file, "-o", here, "--paper", "a4", "--date", PDF_DATE)
    run("sheet", answers_file, "--output", again, "--date", PDF_DATE)
    done = program("sheet", answers_file, "-o", there, "--date", PDF_DATE)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert here.read_bytes() == again.read_bytes() == there.read_bytes()


def test_without_a_date_the_sheet_is_of_today(
    run: Run, answers_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "today", lambda: date(2027, 3, 4))
    output = tmp_path / "sheet.pdf"
    assert run("sheet", answers_file, "-o", output)[0] == 0
    text = "".join(page.extract_text() for page in pypdf.PdfReader(output).pages)
    assert "4 March 2027" in " ".join(text.split())


def test_what_is_private_is_not_in_the_pdf(run: Run, tmp_path: Path, catalogue: Catalogue) -> None:
    """The example reports cold sores and darker skin, and prints only the first."""
    output = tmp_path / "sheet.pdf"
    run("sheet", written(tmp_path, example_answers()), "-o", output, "--date", PDF_DATE)
    text = " ".join("".join(page.extract_text() for page in pypdf.PdfReader(output).pages).split())
    printed, private = (catalogue.health_by_id[item] for item in ("cold-sores", "darker-skin"))
    assert printed.tell is not None
    assert printed.tell in text
    assert private.tell is not None
    assert private.tell not in text
    assert b"darker-skin" not in output.read_bytes()


@pytest.mark.parametrize("name", ["sheet.odt", "sheet", "sheet.pdf.exe", "pdf"])
def test_a_name_without_the_ending_of_a_format_is_refused(
    run: Run, answers_file: Path, tmp_path: Path, name: str
) -> None:
    output = tmp_path / name
    code, out, err = run("sheet", answers_file, "-o", output)
    assert (code, out) == (2, "")
    assert len(plain_lines(err)) == 1
    assert all(ending in err for ending in (".pdf", ".docx", ".txt"))
    assert not output.exists()


@pytest.mark.parametrize(
    ("name", "start"), [("a.pdf", b"%PDF-"), ("a.DOCX", b"PK\x03\x04"), ("a.txt", b"My ")]
)
def test_the_ending_of_the_name_chooses_the_format(
    run: Run, answers_file: Path, tmp_path: Path, name: str, start: bytes
) -> None:
    output = tmp_path / name
    assert run("sheet", answers_file, "-o", output, "--date", PDF_DATE) == (0, "", "")
    assert output.read_bytes().startswith(start)


def test_a_missing_folder_is_reported(run: Run, answers_file: Path, tmp_path: Path) -> None:
    output = tmp_path / "nowhere" / "sheet.pdf"
    code, out, err = run("sheet", answers_file, "-o", output, "--date", PDF_DATE)
    assert (code, out) == (2, "")
    assert plain_lines(err) == [f"{output}: cannot be written: No such file or directory."]
    assert not output.parent.exists()


def test_a_folder_in_place_of_the_sheet_is_reported(
    run: Run, answers_file: Path, tmp_path: Path
) -> None:
    output = tmp_path / "folder.pdf"
    output.mkdir()
    code, out, err = run("sheet", answers_file, "-o", output, "--date", PDF_DATE)
    assert (code, out) == (2, "")
    assert len(plain_lines(err)) == 1
    assert list(output.iterdir()) == []


@pytest.mark.slow
def test_a_disk_that_fills_up_leaves_what_was_there(answers_file: Path, tmp_path: Path) -> None:
    """Half a sheet is no sheet, and the sheet of last week is worth keeping."""

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    fresh, kept = tmp_path / "new" / "sheet.pdf", tmp_path / "old" / "sheet.pdf"
    for output in (fresh, kept):
        output.parent.mkdir()
    kept.write_bytes(b"the sheet of last week")
    for output in (fresh, kept):
        done = program(
            "sheet", answers_file, "-o", output, "--date", PDF_DATE, preexec_fn=small_disk
        )
        assert done.returncode == 2
        assert len(plain_lines(done.stderr.decode())) == 1
    assert list(fresh.parent.iterdir()) == []
    assert list(kept.parent.iterdir()) == [kept]
    assert kept.read_bytes() == b"the sheet of last week"


# Answers that cannot be used

FRAME = {"format": "scar-options-answers", "version": 1}

UNUSABLE = {
    "empty": (b"", 1),
    "damaged": (b'{"format": "scar-options-answers", "version": 1, "answ', 1),
    "foreign": (b'{"format": "other"}', 1),
    "a-pdf": (b"%PDF-1.7\n\xff\xfe", 1),
    "newer": (json.dumps({**FRAME, "version": 2}).encode(), 1),
    "oversized": (json.dumps(FRAME).encode().ljust(256 * 1024 + 1), 1),
    "far-oversized": (json.dumps(FRAME).encode().ljust(5_000_000), 1),
    "unknown-ids": (
        json.dumps(
            {**FRAME, "answers": {"downtime": "x", "visits": "y", "health": ["z"]}}
        ).encode(),
        3,
    ),
    "unknown-question": (json.dumps({**FRAME, "answers": {"kept-questions": ["x"]}}).encode(), 1),
    "broken-rules": (
        json.dumps(
            {**FRAME, "answers": {"health": ["smoking", "none-of-these"], "notes": "x" * 3000}}
        ).encode(),
        2,
    ),
    "wrong-types": (json.dumps({**FRAME, "answers": {"notes": 1, "concerns": {}}}).encode(), 2),
    "forged-lines": (json.dumps({**FRAME, "answers": {"downtime": "a\nb\rc\u2028d"}}).encode(), 1),
    "deep": (b"[" * 50_000, 1),
}


@pytest.mark.parametrize(("data", "problems"), UNUSABLE.values(), ids=UNUSABLE)
def test_answers_that_cannot_be_used_leave_no_trace(
    run: Run, tmp_path: Path, data: bytes, problems: int
) -> None:
    """Exit code 2, a plain line for each problem, no output; a sheet that was there stays."""
    answers, fresh, kept = (tmp_path / name for name in ("a.json", "fresh.pdf", "kept.pdf"))
    answers.write_bytes(data)
    kept.write_bytes(b"the sheet of last week")
    for command in (
        ("compare", answers),
        ("compare", answers, "--json"),
        ("sheet", answers, "-o", fresh),
        ("sheet", answers, "-o", kept),
    ):
        code, out, err = run(*command)
        assert (code, out) == (2, "")
        assert len(plain_lines(err)) == problems, err
    assert not fresh.exists()
    assert kept.read_bytes() == b"the sheet of last week"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "kept.pdf"]


def test_a_reported_size_is_true(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    path.write_bytes(b" " * 5_000_000)
    err = run("compare", path)[2]
    assert "262,145 bytes" not in err


@pytest.mark.slow
def test_an_unusable_file_ends_a_process_of_its_own_in_the_same_way(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_bytes(UNUSABLE["unknown-ids"][0])
    output = tmp_path / "sheet.pdf"
    done = program("sheet", path, "-o", output)
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(plain_lines(done.stderr.decode())) == 3
    assert not output.exists()


@pytest.mark.parametrize("name", ["nowhere.json", "."])
def test_a_file_that_cannot_be_opened_is_reported(run: Run, tmp_path: Path, name: str) -> None:
    code, out, err = run("compare", tmp_path / name)
    assert (code, out) == (2, "")
    assert len(plain_lines(err)) == 1
    assert "cannot be opened" in err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("cure",),
        ("compare",),
        ("sheet", "answers.json"),
        ("sheet", "answers.json", "-o", "sheet.pdf", "--paper", "a5"),
        ("sheet", "answers.json", "-o", "sheet.pdf", "--date", "22.11.2026"),
        ("sheet", "answers.json", "-o", "sheet.pdf", "--date", "2026-02-30"),
        ("answers",),
        ("answers", "--schema", "--example"),
        ("compare", "answers.json", "--yaml"),
    ],
)
def test_a_command_that_is_not_understood_shows_how_to_use_it(
    run: Run, arguments: tuple[str, ...]
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: python -m aid")


def test_help_names_every_command(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    for command in ("check", "compare", "sheet", "texts", "answers", "schemas"):
        assert f"    {command} " in out


def test_a_sheet_of_strange_words_is_still_a_sheet(run: Run, tmp_path: Path) -> None:
    """Typesetting commands, control characters and many scripts are words like others."""
    strange = '#panic("x") \\ $x$ <b> ${{}} \u0000 \u202e \U0001f600 \ufffe 漢字 שלום ' * 20
    answers = Answers(notes=strange, next_steps=strange, own_questions=(strange[:200],) * 12)
    output = tmp_path / "sheet.pdf"
    path = written(tmp_path, answers)
    assert run("sheet", path, "-o", output, "--date", PDF_DATE) == (0, "", "")
    assert "#panic" in pypdf.PdfReader(io.BytesIO(output.read_bytes())).pages[-1].extract_text()
