"""Waiting for a page to be finished, so that no test has to sleep."""

from __future__ import annotations

from itertools import count
from typing import Final

from playwright.sync_api import Page

PATIENCE_MS = 60_000
"""How long a browser test waits for what it expects: as long as a machine may be busy.

A wait ends as soon as the page is as expected, so a long limit costs nothing where all is well.
"""

QUIET_MS = 150
"""How long a page must stay finished before we believe it: a press asks for a run within this."""

# Streamlit's own marks: the state of the script, and grey bars where a late part is still missing.
# The script ends up to a second before charts have been drawn. On a page that has just been opened
# the shell comes late too: it marks the menu, and asks for one more run in the same moment. While a
# colour fades into another, its contrast is that of neither; what is folded fades in no time at all
# in Chromium, and never in Firefox. A page that is kept busy may not have come to a press yet,
# however long ago it was: it must have been seen finished several times too.
FINISHED_FOR = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    const body = document.querySelector('[data-testid="stMainBlockContainer"]');
    const menu = document.querySelector('.st-key-menu');
    const charts = [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')];
    const finished = !document.getElementById('first')
        && app?.getAttribute('data-test-script-state') === 'notRunning'
        && body?.innerText.trim()
        && document.querySelector('[data-testid="stSkeleton"]') === null
        && menu?.getAttribute('role') !== null
        && charts.every(chart => chart.querySelector('svg, canvas'))
        && !document.getAnimations().some(one => one.playState === 'running'
            && one.effect.target.checkVisibility()
            && Number.isFinite(one.effect.getComputedTiming().endTime));
    const now = performance.now();
    if (!finished) {
        window.finishedSince = undefined;
        return -1;
    }
    if (window.finishedSince === undefined) window.timesFinished = 0;
    window.finishedSince ??= now;
    window.timesFinished += 1;
    return window.timesFinished >= 4 ? now - window.finishedSince : 0;
}"""

# Each wait begins anew, on another page too: a page that is broken may load itself again meanwhile.
_FINISHED: Final = f"""([quiet, turn]) => {{
    if (window.waitTurn !== turn) {{
        window.waitTurn = turn;
        window.finishedSince = undefined;
    }}
    return ({FINISHED_FOR})() >= quiet;
}}"""
_turns = count()


def wait_ready(page: Page, timeout_ms: int = PATIENCE_MS) -> None:
    """Return once the page's script has ended and everything it made has been drawn.

    Call it after every ``goto`` and after every action that makes the app run again.

    Args:
        page: A page of the app.
        timeout_ms: How long to wait at most, in milliseconds.

    Raises:
        playwright.sync_api.TimeoutError: The page was not finished in time.
    """
    arguments = [QUIET_MS, next(_turns)]
    page.wait_for_function(_FINISHED, arg=arguments, timeout=timeout_ms, polling=50)
