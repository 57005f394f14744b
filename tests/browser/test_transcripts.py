"""What a screen reader finds on each screen, as a transcript that stands in the repository.

A change of a screen shows in review as a change of its transcript. ``make transcripts`` rewrites
all of them; read what has changed before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from aid.catalogue.ids import PAGE_IDS
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parent / "transcripts"
MOST_IN_A_LINE = 100
"""The beginning of a long text is enough to know which one it is."""


def shortened(line: str) -> str:
    """A line of a transcript, cut to what one can read in review."""
    return line if len(line) <= MOST_IN_A_LINE else f"{line[:MOST_IN_A_LINE].rstrip()}…"


def transcript(reader: Reader) -> str:
    """What the main part of the screen says, control by control, in order."""
    said = reader.page.get_by_test_id("stMain").aria_snapshot()
    return "".join(f"{shortened(line)}\n" for line in said.splitlines())


def compare(name: str, said: str) -> list[str]:
    """Write the transcript of a state, or say how it differs from the one that is kept."""
    path = FOLDER / f"{name}.yaml"
    if os.environ.get("WRITE_TRANSCRIPTS"):
        path.write_text(said, encoding="utf-8")
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    return [] if kept == said else [name]


def test_each_screen_is_read_as_its_transcript_says(phone: Reader) -> None:
    changed, seen = [], set()
    for screen in phone.tour():
        changed += compare(screen, transcript(phone))
        seen.add(screen)
    assert seen == set(PAGE_IDS)
    assert changed == [], "read them after make transcripts"


def test_the_comparison_and_the_sheet_of_a_reader_are_read_as_their_transcripts_say(
    phone: Reader,
) -> None:
    changed, words = [], phone.words.compare
    phone.open("scars")
    phone.answer("scar-shapes", "rolling")
    phone.settle()
    phone.go_to("time")
    phone.answer("downtime", "up-to-7-days")
    phone.settle()
    phone.go_to("priorities")
    phone.answer("concerns", "pain")
    phone.settle()
    phone.go_to("compare")
    views = {
        "at-a-glance": words.at_a_glance,
        "side-by-side": words.in_detail,
        "charts": words.charts,
        "direct": phone.words.direct.title,
    }
    for name, view in views.items():
        phone.switch(words.view_label, view)
        changed += compare(f"compare-{name}-answered", transcript(phone))
    phone.go_to("sheet")
    changed += compare("sheet-answered", transcript(phone))
    phone.change_order()
    changed += compare("sheet-order", transcript(phone))
    assert changed == [], "read them after make transcripts"
