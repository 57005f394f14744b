"""When a reader sees the first words, in a browser."""

from __future__ import annotations

from statistics import median

from playwright.sync_api import BrowserContext, sync_playwright

from tests.bench.report import Part, Result
from tests.bench.server import serve
from tests.bench.setting import APP, Setting
from tests.chromium import chromium
from tests.conftest import CHROMIUM_FLAGS

_ROUNDS = 5
_MOST_MS = 60_000
_GOALS = {"First visit": "0.5 ×", "First visit, usable": "1.2 ×"}
_BARE_WORDS = ("[data-testid='stMarkdownContainer'] p", "Hello")

# A promise of the moment of the first picture after the words are there: that picture is drawn
# right after the next animation frame, and a task that the frame posts runs once it is.
_WATCH = """([selector, words]) => {
    window.wordsPainted = new Promise(resolve => {
        const look = () => {
            if (!document.querySelector(selector)?.textContent.includes(words)) return;
            if (selector.startsWith('#root') && document.getElementById('first')) return;
            observer.disconnect();
            requestAnimationFrame(() => {
                const channel = new MessageChannel();
                channel.port1.onmessage = () => resolve(performance.now());
                channel.port2.postMessage(null);
            });
        };
        const observer = new MutationObserver(look);
        observer.observe(document, {subtree: true, childList: true, characterData: true});
        setTimeout(() => resolve(null), %d);
    });
}"""


def measure(setting: Setting) -> Part:
    """Open both in turn, each time as a new reader and once more.

    Raises:
        ChromiumMissingError: There is no Chromium.
        RuntimeError: A page stayed empty.
    """
    path = chromium()
    title = setting.catalogue.page_by_id["start"].title
    times: dict[tuple[str, str], list[float]] = {}
    with serve(setting.bare_app) as bare, serve(APP) as ours, sync_playwright() as playwright:
        ours.settle()
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        for number in range(_ROUNDS + 1):
            for name, server, words in (
                ("bare", bare, _BARE_WORDS),
                ("", ours, ("h1", title)),
                (", usable", ours, ("#root h1", title)),
            ):
                for by_link in (True, False):
                    context = browser.new_context()
                    for visit in ("First visit", "Second visit"):
                        painted = _painted_ms(context, server.address, words, by_link=by_link)
                        if number:  # the very first visit also warms the server
                            what = visit if by_link else f"{visit}, from an empty tab"
                            times.setdefault((name, what), []).append(painted)
                    context.close()
        browser.close()
    return Part(
        "The first words",
        tuple(
            Result(
                what + name,
                median(painted),
                median(times["bare", what]),
                "ms",
                _GOALS.get(what + name, ""),
            )
            for (name, what), painted in times.items()
            if name != "bare"
        ),
        (
            "Time in Chromium from going to the first screen until its heading, or the bare page's "
            "words, are painted; *usable* is when the screen's own heading is, and no words stand "
            f"before it: the median of {_ROUNDS} rounds, in turn. The first visit is in a "
            "new browser profile, the second in another tab of the same one. The server has had a "
            "visitor before.",
            "The tab shows another site before, as with a reader who follows a link: the browser "
            "then begins a new process for either page. In an empty tab the bare page is spared "
            "that, ours not: its header `Cross-Origin-Opener-Policy` keeps it out of a process "
            "that it would share.",
        ),
    )


def _painted_ms(
    context: BrowserContext, address: str, words: tuple[str, str], *, by_link: bool
) -> float:
    page = context.new_page()
    if by_link:  # to a browser, another name is another site
        page.goto(f"http://{address.replace('127.0.0.1', 'localhost')}/_stcore/health")
    page.add_init_script(f"({_WATCH % _MOST_MS})({list(words)!r})")
    page.goto(f"http://{address}/")
    painted = page.evaluate("() => window.wordsPainted")
    page.close()
    if painted is None:
        raise RuntimeError(f"no words after {_MOST_MS} ms")
    return float(painted)
