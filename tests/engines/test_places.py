"""Where a host has the aid: on a shared device, below a path, as two processes behind nginx."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import QUICK_START, running_app
from tests.engines.conftest import NewVisitor
from tests.fleet import running_fleet

NOTES = "My sister comes with me."


def test_a_shared_device_keeps_nothing(new_visitor: NewVisitor, tmp_path: Path) -> None:
    with running_app(tmp_path / "server.txt", settings={"SHARED_DEVICE": "on"}) as app:
        visitor = new_visitor(app.url, "phone")
        words = visitor.words.keep
        visitor.open("scars")
        visitor.answer("scar-shapes", "boxcar")
        assert visitor.engine.run("() => sessionStorage.length") == 0
        assert "boxcar" not in visitor.engine.run("() => JSON.stringify(localStorage)")
        visitor.engine.reload()
        visitor.arrive("scars")
        visitor.says(words.nothing_kept_shared)
        visitor.answer("scar-shapes", "rolling")
        visitor.press("button", words.finish)
        visitor.arrive("start")
        visitor.says(words.cleared)
        visitor.engine.back()
        visitor.arrive("scars")
        visitor.see_no_answers("scar-shapes")


def test_the_aid_lives_below_a_path(new_visitor: NewVisitor, tmp_path: Path) -> None:
    below = {"STREAMLIT_SERVER_BASE_URL_PATH": "clinic/aid"}
    with running_app(tmp_path / "server.txt", settings=below) as app:
        visitor = new_visitor(f"{app.url}/clinic/aid", "desk")
        visitor.open()
        visitor.press("button", visitor.words.start.begin)
        visitor.arrive("scars")
        visitor.answer("scar-shapes", "boxcar")
        visitor.engine.reload()
        visitor.arrive("scars")
        visitor.see_answers("scar-shapes", "boxcar")
        assert visitor.engine.run(_TYPEFACE)
        visitor.go_to("sheet")
        label = visitor.words.sheet_page.formats["txt"].button
        _, content = visitor.download("button", label)
        assert visitor.catalogue.shape_by_id["boxcar"].name in content.decode()
        assert visitor.engine.errors() == []


_TYPEFACE = """() => [...document.fonts]
    .some((font) => font.status === 'loaded' && font.family.includes('Atkinson'))"""


def test_two_processes_behind_nginx_are_restarted_and_nothing_is_lost(
    new_visitor: NewVisitor, tmp_path: Path
) -> None:
    (tmp_path / "fleet").mkdir()
    with running_fleet(tmp_path / "fleet", settings=QUICK_START) as fleet:
        visitor = new_visitor(fleet.url, "phone")
        words = visitor.words.sheet_page
        visitor.open("scars")
        visitor.answer("scar-shapes", "boxcar")
        visitor.go_to("sheet")
        visitor.write(words.notes_label, NOTES)
        for port in fleet.ports:
            fleet.restart(port)
        visitor.says(visitor.words.keep.restored_after_break)
        visitor.settle()
        visitor.see("textbox", words.notes_label, lambda found: found.value == NOTES)
        _, content = visitor.download("button", words.formats["txt"].button)
        assert NOTES in content.decode()
        visitor.go_to("scars")
        visitor.see_answers("scar-shapes", "boxcar")
