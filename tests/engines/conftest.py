"""The engines, each with a window as wide as a phone's or a desk's."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from aid.catalogue.catalogue import Catalogue
from tests.conftest import ARTEFACTS
from tests.engines.engine import Engine
from tests.engines.firefox import firefox
from tests.engines.visitor import Visitor
from tests.engines.webkit import webkit
from tests.system_packages import ProgramMissingError, left_out

ENGINES: dict[str, Callable[[Path], AbstractContextManager[Engine]]] = {
    "firefox": firefox,
    "webkit": webkit,
}
SIZES = {"phone": (390, 844), "desk": (1280, 900)}

NewVisitor = Callable[[str, str], Visitor]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the engines that a variable names; pytest says how many tests these were."""
    try:
        engines = left_out()
    except ProgramMissingError as wrong:
        raise pytest.UsageError(str(wrong)) from None
    out = [item for item in items if _engine_of(item) in engines]
    config.hook.pytest_deselected(items=out)
    items[:] = [item for item in items if item not in out]


def _engine_of(item: pytest.Item) -> str | None:
    call = getattr(item, "callspec", None)
    return call.params.get("engine") if call else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep a picture of what the engine shows where a test fails."""
    report = yield
    engine = getattr(item, "funcargs", {}).get("engine")
    if report.failed and report.when == "call" and engine:
        folder = ARTEFACTS / "failed"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{item.name}.png").write_bytes(engine.picture())
    return report


@pytest.fixture(params=list(ENGINES))
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A browser that was never used before."""
    try:
        with ENGINES[request.param](tmp_path) as browser:
            yield browser
    except ProgramMissingError as missing:
        pytest.fail(str(missing), pytrace=False)


@pytest.fixture
def new_visitor(engine: Engine, catalogue: Catalogue) -> NewVisitor:
    """A function that gives a reader of the aid at an address, with a phone or at a desk."""

    def visitor(url: str, size: str) -> Visitor:
        engine.resize(*SIZES[size])
        return Visitor(engine, url, catalogue)

    return visitor
