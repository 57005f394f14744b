"""The house rule: what each part of the code may touch. Read from the code itself, not run."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from aid.answers.model import Answers
from aid.catalogue.ids import PAGE_IDS

ROOT = Path(__file__).parent.parent
UI = "aid/ui/"
SESSION = f"{UI}session/"
CORE = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "aid").rglob("*.py"))]
PAGES = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "pages").glob("*.py"))]
MODULES = ["app.py", *CORE, *PAGES]


Rule = Callable[[str], None]


def of_each(modules: Sequence[str]) -> Callable[[Rule], Callable[[], None]]:
    """Make a rule about one module a test of all: thousands of tests cost more than the rules."""

    def made_of(rule: Rule) -> Callable[[], None]:
        def test() -> None:
            broken = {}
            for name in modules:
                try:
                    rule(name)
                except AssertionError as error:
                    broken[name] = str(error)
            assert not broken

        test.__doc__ = rule.__doc__
        return test

    return made_of


@cache
def tree(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text(encoding="utf-8"))


@cache
def imports(name: str) -> set[str]:
    """Every module that a module imports, wherever in it, with what is taken from it."""
    found: set[str] = set()
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = ".".join(Path(name).parts[: -node.level]) if node.level else ""
            module = ".".join(part for part in (package, node.module or "") if part)
            found.add(module)
            found.update(f"{module}.{alias.name}" for alias in node.names)
    return found


def imports_any(name: str, *packages: str) -> set[str]:
    """What a module imports of some packages."""
    return {
        module
        for module in imports(name)
        for package in packages
        if module == package or module.startswith(f"{package}.")
    }


@cache
def names(name: str) -> set[str]:
    """Every name, attribute and text constant in a module."""
    found: set[str] = set()
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
    return found


@cache
def calls(name: str) -> tuple[str, ...]:
    """What a module calls, as it is written: ``open``, ``path.read_text``, ``date.today``."""
    return tuple(
        ast.unparse(node.func) for node in ast.walk(tree(name)) if isinstance(node, ast.Call)
    )


def docstrings(module: ast.Module) -> set[int]:
    """Identities of the constants that are docstrings."""
    return {
        id(node.body[0].value)
        for node in ast.walk(module)
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }


def test_every_part_is_there_to_be_looked_at() -> None:
    assert (ROOT / "app.py").is_file()
    assert {Path(name).stem for name in PAGES} == set(PAGE_IDS)
    assert f"{SESSION}record.py" in CORE
    assert len([name for name in CORE if name.startswith(UI)]) > 5
    assert len([name for name in CORE if not name.startswith(UI)]) > 15


@of_each(CORE)
def test_only_the_app_and_its_screens_know_streamlit(name: str) -> None:
    if not name.startswith(UI):
        assert not imports_any(name, "streamlit", "starlette")


@of_each(CORE)
def test_the_core_does_not_know_the_screens(name: str) -> None:
    if not name.startswith(UI):
        assert not imports_any(name, "aid.ui", "pages", "app")


@of_each(MODULES)
def test_only_one_package_touches_the_session(name: str) -> None:
    if not name.startswith(SESSION):
        assert not names(name) & {"session_state", "SessionStateProxy"}


@of_each([name for name in CORE if name.startswith(UI)])
def test_actions_of_widgets_are_wired_by_one_module(name: str) -> None:
    """Streamlit may cut short any other action, and the click would be lost."""
    if name == f"{SESSION}actions.py":
        return
    for node in ast.walk(tree(name)):
        if not isinstance(node, ast.keyword) or not re.fullmatch(r"on_\w+", node.arg or ""):
            continue
        assert ast.unparse(node.value) == "'ignore'" or (
            isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "actions.told"
        ), f"{name}:{node.value.lineno}"


WIDGETS = (
    "button",
    "checkbox",
    "pills",
    "radio",
    "segmented_control",
    "selectbox",
    "text_area",
)


def test_every_widget_has_an_action() -> None:
    """One without would be passed over where the action of another asks for some parts only."""
    unwired, wired = [], 0
    for name in [name for name in CORE if name.startswith(UI)]:
        for node in ast.walk(tree(name)):
            # A widget is called by name, or wrapped to be called later.
            text = ast.unparse(node) if isinstance(node, ast.Call) else ""
            widget = re.match(r"(?:partial\()?st\.(\w+)", text)
            if widget is None or widget[1] not in WIDGETS:
                continue
            if re.search(r"\*\*actions\.on_(change|click)\(", text):
                wired += 1
            else:
                key = re.search(r"key='\w+'", text)
                unwired.append(f"{name.removeprefix(UI)}: {key[0] if key else text}")
    assert not unwired
    assert wired > 20


READS = {
    "get_template",
    "open",
    "read_text",
    "read_bytes",
    "rglob",
    "glob",
    "iterdir",
    "load",
    "readlines",
}
MAY_READ = {
    "aid/catalogue/load.py": "the content",
    "aid/cli/answers.py": "the answers file that the user names",
    "aid/cli/output.py": "the folder that an earlier run wrote",
    "aid/papers/sheet/pdf.py": "its own template",
    "aid/papers/booklet/pdf.py": "its own template",
    "aid/site/style.py": "its own style sheet, and the typeface",
    "aid/views/templating.py": "the templates of tables",
    "aid/papers/typesetting/form_fields.py": "a PDF in memory",
    "aid/papers/typesetting/typst.py": "what all templates have in common",
}


@of_each([name for name in CORE if not name.startswith(UI)])
def test_only_a_few_modules_of_the_core_open_files(name: str) -> None:
    opened = {call for call in calls(name) if call.split(".")[-1] in READS}
    assert not opened or name in MAY_READ


def test_the_list_of_modules_that_open_files_is_not_too_long() -> None:
    for name in MAY_READ:
        assert {call for call in calls(name) if call.split(".")[-1] in READS}, name


@of_each(MODULES)
def test_only_the_content_module_opens_content(name: str) -> None:
    """Only the catalogue names the files; a problem names the one that it is in."""
    if name == "aid/catalogue/load.py":
        return
    assert not imports_any(name, "tomllib")
    assert name.startswith(("aid/cli/", "aid/checks/")) or "CONTENT_FOLDER" not in names(name)
    said = docstrings(tree(name))
    named = {
        node.value
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
        if node.value == "content"
        or "content/" in node.value
        or re.search(r"\w\.toml$", node.value)
    }
    may_name = ("aid/catalogue/content_fields.py", "aid/checks/", "aid/errors.py")
    assert name.startswith(may_name) or not named


CLOCKS = ("now", "utcnow", "today", "fromtimestamp", "time_ns", "perf_counter", "monotonic")


@of_each(MODULES)
def test_only_the_screens_and_the_commands_look_at_the_clock(name: str) -> None:
    """The core is given the date, so that the same answers give the same bytes."""
    if name.startswith((UI, "aid/cli/")):
        return
    assert not {call for call in calls(name) if call.split(".")[-1] in CLOCKS}
    assert not imports_any(name, "time", "timeit")


@of_each(MODULES)
def test_nothing_is_left_to_chance(name: str) -> None:
    assert not imports_any(name, "random", "secrets", "uuid", "numpy.random")
    assert not names(name) & {"urandom", "getrandbits"}


@of_each(MODULES)
def test_tables_and_charts_stay_in_their_modules(name: str) -> None:
    if name != "aid/views/tidy_table.py" and not name.startswith(UI):
        assert not imports_any(name, "pandas")
    if name != "aid/views/chart_drawing.py":
        assert not imports_any(name, "altair")
    if name != "aid/views/charts.py":
        assert not imports_any(name, "aid.views.chart_drawing")


NOT_LITERAL = {
    f"{UI}first_words/words.py": [
        "Markup(_STYLE.sub('', str(drawn)))",
        "Markup(element.html.body)",
    ],
    f"{UI}layout/frame.py": ["Markup(css)"],
    "aid/views/elements.py": ["Markup(''.join(parts))"],
    "aid/views/templating.py": ["Markup(found.render(values))"],
}
"""What is marked as HTML without being written down in the code: our own style sheets, what a
template has escaped, and what is HTML already, put together."""


@of_each(MODULES)
def test_only_what_is_written_in_the_code_is_marked_as_html(name: str) -> None:
    """A text of a reader or of the content is put into HTML, which escapes it."""
    marked = [
        ast.unparse(node)
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).split(".")[-1] in {"Markup", "from_string"}
        and [type(part) for part in node.args] != [ast.Constant]
    ]
    assert marked == NOT_LITERAL.get(name, [])
    assert not imports_any(name, "html"), "markupsafe escapes"


@of_each(MODULES)
def test_nothing_goes_over_the_network(name: str) -> None:
    """No request of ours to anyone: a reader's answers stay where they are."""
    clients = {"requests", "urllib.request", "http.client", "httpx", "socket", "aiohttp"}
    if name == f"{UI}server/pulse.py":
        clients.remove("socket")  # to tell systemd on this machine that the process goes on
    assert not imports_any(name, *clients)


@of_each(MODULES)
def test_a_module_is_named_for_what_it_holds(name: str) -> None:
    banned = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "managers"}
    assert not banned & set(Path(name).with_suffix("").parts)
    assert not Path(name).stem.endswith(("_utils", "_helpers", "_manager"))


@of_each(MODULES)
def test_only_the_settings_look_at_the_environment(name: str) -> None:
    if name not in (f"{UI}server/settings.py", "aid/cli/run.py"):
        assert not names(name) & {"environ", "getenv"}


@of_each(MODULES)
def test_no_cache_that_readers_share_knows_answers(name: str) -> None:
    """A cached function is given no answers and looks none up."""
    for node in ast.walk(tree(name)):
        if not isinstance(node, ast.FunctionDef):
            continue
        cached = {part for mark in node.decorator_list for part in ast.unparse(mark).split(".")}
        if cached & {"cache", "lru_cache", "cache_data", "cache_resource"}:
            used = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
            used |= {part.arg for part in ast.walk(node) if isinstance(part, ast.arg)}
            assert not used & {"answers", "record", "widgets", "st"}, f"{name}: {node.name}"
            given = {part.arg for part in node.args.args}
            assert not given & {"dents", *Answers.model_fields}, f"{name}: {node.name}"


@of_each(MODULES)
def test_what_is_cached_is_cached_for_one_catalogue(name: str) -> None:
    """A cached function is given the content: in another language it is another one."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.FunctionDef) and {"cache", "lru_cache"} & {
            ast.unparse(mark).split("(")[0] for mark in node.decorator_list
        }:
            assert "runtime.catalogue" not in ast.unparse(node), f"{name}: {node.name}"


@of_each(PAGES)
def test_a_page_is_a_description(name: str) -> None:
    """The sections of a screen in their order, in 3 to 25 lines: no decisions, and no prose."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    assert 3 <= len(lines) <= 25
    module = tree(name)
    decisions = (ast.If, ast.IfExp, ast.Match, ast.For, ast.While, ast.Try)
    assert not [node for node in ast.walk(module) if isinstance(node, decisions)]
    for node in module.body[1:]:
        if not isinstance(node, ast.ImportFrom):
            assert isinstance(node, ast.Expr)
            assert isinstance(node.value, ast.Call)
            assert re.fullmatch(r"\w+\.show(_\w+)?", ast.unparse(node.value.func))
    said = docstrings(module)
    prose = [
        node.value
        for node in ast.walk(module)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and " " in node.value
        and id(node) not in said
    ]
    assert not prose


@pytest.mark.parametrize(
    ("imports", "slow"),
    [
        (
            "aid.answers.model, aid.checks, aid.cli.main, aid.papers.sheet.formats, "
            "aid.tailoring.comparison, aid.views.charts, aid.views.glance",
            {"streamlit", "pandas", "altair", "typst", "numpy", "babel"},
        ),
        ("app", {"pydantic", "jinja2", "pandas", "altair", "typst", "numpy", "babel"}),
    ],
    ids=["the command line", "a server that starts"],
)
def test_nobody_waits_for_what_takes_long_to_load(imports: str, slow: set[str]) -> None:
    """In a fresh Python."""
    program = f"import sys, {imports}\nprint(*sorted({slow} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


ONE_OF_A_FEW = {"Catalogue", "MethodId", "FactId", "Pair", "StudyComparison"}
"""What the content is made of. A sentence or a list of methods may tell what a reader answered."""


def kept_for_all(name: str) -> Iterator[ast.arg]:
    """The arguments of the functions of a module whose results are kept for all readers."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.FunctionDef):
            kept_by = " ".join(ast.unparse(item) for item in node.decorator_list)
            if re.search(r"\b(lru_)?cache\b", kept_by):
                yield from (*node.args.args, *node.args.kwonlyargs)


@of_each([name for name in CORE if name.startswith(("aid/views/", "aid/tailoring/"))])
def test_what_is_kept_for_all_readers_holds_nothing_that_one_of_them_answered(name: str) -> None:
    for argument in kept_for_all(name):
        if argument.arg != "svg":  # a drawing of the content
            assert argument.annotation
            assert ast.unparse(argument.annotation) in ONE_OF_A_FEW, argument.arg
