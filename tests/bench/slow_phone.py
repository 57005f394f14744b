"""A first visit on a slow phone: when words can be read, and when the screen can be used."""

from __future__ import annotations

from statistics import median
from typing import Final, NamedTuple

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from tests.bench.report import Part, Result
from tests.bench.server import Server, serve
from tests.bench.setting import APP, Setting
from tests.chromium import chromium
from tests.conftest import CHROMIUM_FLAGS

_ROUNDS: Final = 3
_MOST_MS: Final = 120_000
_PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
_DOWN_KBITS, _UP_KBITS, _LATENCY_MS = 1_600, 750, 150
_PROCESSORS: Final = {"": 1, ", processor 4 × slower": 4}
_SCREENS: Final = ("start", "methods", "scars", "compare")
_BARE: Final = "bare"
_GOALS: Final = {"first words": "0.1 ×", "usable": "0.5 ×", "second visit, usable": "0.25 ×"}
_MOST_KIB: Final = {"start": "650 KiB", "compare": "950 KiB"}

# Usable: the screen's own heading is drawn and seen, and nothing stands before it any more.
_WATCH: Final = """selector => {
    window.shifted = 0;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) window.shifted += entry.value;
    }).observe({type: 'layout-shift', buffered: true});
    const look = () => {
        const found = document.querySelector(selector);
        const isFree = !document.getElementById('first');
        if (found?.textContent.trim() && isFree && getComputedStyle(found).visibility === 'visible')
            window.usableAt = performance.now();
        else requestAnimationFrame(look);
    };
    look();
}"""


class _Visit(NamedTuple):
    """What one visit met, times in milliseconds."""

    words_ms: float
    usable_ms: float
    kib: float
    shift: float


def measure(setting: Setting) -> Part:
    """Open the bare page and each screen in turn, each time as a new reader and once more.

    Raises:
        ChromiumMissingError: There is no Chromium.
    """
    results: list[Result] = []
    with serve(setting.bare_app) as bare, serve(APP) as ours, sync_playwright() as playwright:
        ours.settle()
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM_FLAGS))
        for said, slower in _PROCESSORS.items():
            visits: dict[tuple[str, bool], list[_Visit]] = {}
            for _ in range(_ROUNDS):
                _round(browser, setting, (bare, ours), slower, visits)
            results += _results(said, visits)
        browser.close()
    return Part("A slow phone", tuple(results), _NOTES)


def _round(
    browser: Browser,
    setting: Setting,
    servers: tuple[Server, Server],
    slower: int,
    visits: dict[tuple[str, bool], list[_Visit]],
) -> None:
    bare, ours = servers
    pages = [(_BARE, f"http://{bare.address}/", "[data-testid='stMarkdownContainer'] p")]
    pages += [
        (screen, f"http://{ours.address}/{setting.address_of(screen)}", "#root h1")
        for screen in _SCREENS
    ]
    for name, address, selector in pages:
        context = browser.new_context(viewport=_PHONE)
        for again in (False, True):
            found = _visit(context, address, selector, slower)
            visits.setdefault((name, again), []).append(found)
        context.close()


def _visit(context: BrowserContext, address: str, selector: str, slower: int) -> _Visit:
    page = context.new_page()
    page.goto("about:blank")
    received = _throttled(page, slower)
    page.add_init_script(f"({_WATCH})({selector!r})")
    page.goto(address, wait_until="commit", timeout=_MOST_MS)
    page.wait_for_selector(selector, state="attached", timeout=_MOST_MS)
    usable = None
    while usable is None:
        page.wait_for_timeout(100)
        usable = page.evaluate("window.usableAt ?? null")
    page.wait_for_timeout(1_500)  # until all stands
    words = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    shift = page.evaluate("window.shifted")
    page.close()
    return _Visit(words, usable, sum(received) / 1024, shift)


def _throttled(page: Page, slower: int) -> list[float]:
    """Make a page slow, and return a list that fills with the bytes of what it fetches."""
    received: list[float] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": _LATENCY_MS,
            "downloadThroughput": _DOWN_KBITS * 1000 / 8,
            "uploadThroughput": _UP_KBITS * 1000 / 8,
        },
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    return received


def _results(said: str, visits: dict[tuple[str, bool], list[_Visit]]) -> list[Result]:
    def middle(name: str, field: str, *, again: bool = False) -> float:
        return median(getattr(visit, field) for visit in visits[name, again])

    found = []
    for screen in _SCREENS:
        for what, field, again in (
            ("first words", "words_ms", False),
            ("usable", "usable_ms", False),
            ("second visit, usable", "usable_ms", True),
        ):
            bare = middle(_BARE, "usable_ms")
            ours = middle(screen, field, again=again)
            name = f"{screen.capitalize()}: {what}{said}"
            found.append(Result(name, ours, bare, "ms", _GOALS[what]))
        if not said:
            kib, goal = middle(screen, "kib"), _MOST_KIB.get(screen, "")
            name = f"{screen.capitalize()}: bytes of a first visit"
            found.append(Result(name, kib, middle(_BARE, "kib"), "KiB", goal))
        moved = max(visit.shift for visit in visits[screen, False]) * 1000
        name = f"{screen.capitalize()}: layout shift, most{said}"
        most_bare = max(visit.shift for visit in visits[_BARE, False]) * 1000
        found.append(Result(name, moved, max(most_bare, 1), "/ 1000", "50 / 1000"))
    return found


_NOTES: Final = (
    f"Chromium, {_PHONE['width']} × {_PHONE['height']}, its cache empty, {_DOWN_KBITS:,} kbit/s "
    f"and {_LATENCY_MS} ms through the browser's own brake; the median of {_ROUNDS} rounds, the "
    "bare page and each screen in turn. Every server had been at rest before.",
    "*First words*: the first picture with content. *Usable*: the screen's own heading is seen and "
    "no words stand before it. Both, and the second visit, stand beside the first visit of the "
    "bare page, whose first words are also when it is usable.",
    "*Bytes* are those of files and pages, without what comes by the websocket. The layout shift "
    "is the most of all rounds, in thousandths; where the bare page has less than one, one is "
    "written.",
)
