"""The words of a screen are in the page, where they will be, before any script has run.

Nothing here looks at a clock. Scripts are held back to see what a reader has before them.
"""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from playwright.sync_api import Page, Route, expect

from aid.catalogue.addresses import ADDRESSES, Address
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PAGE_IDS, START, PageId
from aid.ui.first_words.words import WHOLE
from tests.browser.axe import violations, violations_light_and_dark
from tests.browser.reader import Reader
from tests.browser.test_files import asked
from tests.browser.test_security import watch
from tests.browser.wait import wait_ready
from tests.conftest import AppServer, NewPage

pytestmark = pytest.mark.browser

PHONE, DESK = (390, 844), (1280, 900)
MOST_SHIFT = 0.05

_BOXES = """root => {
    const top = document.querySelector('[data-testid="stMain"]')?.scrollTop ?? 0;
    const found = {};
    const kinds = ':is(h1, h2, p, li, :is(nav, [role="navigation"]) a)';
    for (const element of document.querySelectorAll(`${root} ${kinds}`)) {
        const { x, y, width, height } = element.getBoundingClientRect();
        const words = element.innerText.trim();
        const place = `${element.localName}: ${words}`;
        if (width && words && !(place in found)) found[place] = [x, y + top, width, height];
    }
    return found;
}"""

_SHIFTS = """() => {
    window.shifted = 0;
    window.emptyPictures = 0;
    let hadWords = false;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    const look = () => {
        requestAnimationFrame(look);
        hadWords ||= document.getElementById('first') !== null;
        if (!hadWords || document.getElementById('first')) return;
        const heading = document.querySelector('#root h1');
        const isSeen = heading && getComputedStyle(heading).visibility === 'visible';
        if (!isSeen) window.emptyPictures += 1;
    };
    look();
}"""


def address(screen: PageId) -> str:
    return "/" if screen == START else f"/{screen}"


def without_scripts(page: Page, screen: PageId) -> None:
    """Open a screen on a line that drops before any script has come."""
    page.route(re.compile(r"\.js$"), lambda route: route.abort())
    # Nor does it come back, so that the page could be loaded again (failed_script.js).
    page.route(
        "**/*", lambda route: route.abort() if route.request.method == "HEAD" else route.fallback()
    )
    page.goto(address(screen), wait_until="load")
    page.evaluate("document.fonts.ready")


@pytest.mark.parametrize("place", ADDRESSES, ids=lambda place: f"/{place.path}")
def test_each_address_names_its_screen(
    written: AppServer, catalogue: Catalogue, place: Address
) -> None:
    texts, named, lead = (
        catalogue.interface.service,
        place.title(catalogue),
        place.lead(catalogue),
    )
    at = f"/{place.path}"
    reply = asked(written, at, accept="text/html", accept_encoding="identity")
    text = reply.body.decode()
    title = texts.document_title.format(page=named, service=texts.name)
    assert reply.status == 200
    assert reply.headers["cache-control"] == "no-cache"
    assert f"<title>{title}</title>" in text
    assert f'<html lang="{catalogue.language}">' in text
    for name, value in (
        ('name="description"', lead),
        ('property="og:title"', named),
        ('property="og:description"', lead),
        ('property="og:site_name"', texts.name),
    ):
        (found,) = re.findall(rf'<meta {re.escape(name)} content="([^"]*)">', text)
        assert found.replace("&#39;", "'").replace("&amp;", "&") == value
    assert text.count("<h1") == 1
    assert f'<h1 class="heading-of-{place.path or START}">{named}</h1>' in text
    if place.method is not None:
        read = re.sub(r"<[^>]+>", "", text)  # an explained word is in a tag of its own
        for content in catalogue.method_by_id[place.method].facts.values():
            assert content.short.split(" ", 1)[0] in read
    for script in re.findall(r"<script>(.*?)</script>", text, flags=re.DOTALL):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in reply.headers["content-security-policy"]
    again = asked(written, at, if_none_match=reply.headers["etag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("viewport", [PHONE, DESK])
@pytest.mark.parametrize("screen", ["start", "methods", "scars", "compare"])
def test_the_first_words_are_those_of_the_screen_and_stand_where_they_will_stand(
    written: AppServer,
    new_page: NewPage,
    catalogue: Catalogue,
    screen: PageId,
    viewport: tuple[int, int],
) -> None:
    held = new_page(written.url, viewport=viewport)
    without_scripts(held, screen)
    first: dict[str, list[float]] = held.evaluate(_BOXES, "#first")
    whole = new_page(written.url, viewport=viewport)
    whole.goto(address(screen))
    wait_ready(whole)
    final: dict[str, list[float]] = whole.evaluate(_BOXES, "#root")
    ahead = [place for place in first if first[place][1] < viewport[1]]
    assert any(place.startswith("h1") for place in ahead)
    # On a phone the links of the header are folded.
    assert len(ahead) > (2 if viewport == PHONE else 7)
    one_moment = f"p: {catalogue.interface.service.on_its_way}"
    assert (one_moment in ahead) == (screen not in WHOLE)
    for place in ahead:
        if place != one_moment:
            assert final[place] == pytest.approx(first[place], abs=1), place


@pytest.mark.parametrize("screen", [screen for screen in PAGE_IDS if screen not in WHOLE])
def test_a_screen_that_shows_answers_begins_with_its_heading_and_says_that_it_comes(
    page: Page, catalogue: Catalogue, written: AppServer, screen: PageId
) -> None:
    without_scripts(page, screen)
    first, named = page.locator("#first"), catalogue.page_by_id[screen]
    expect(first.get_by_role("heading", level=1)).to_have_text(named.title)
    expect(first.get_by_text(named.lead, exact=True)).to_be_visible()
    expect(first.get_by_text(catalogue.interface.service.on_its_way)).to_be_visible()
    expect(first.locator(":is(input, textarea, button)")).to_have_count(0)


@pytest.mark.parametrize("viewport", [PHONE, DESK])
@pytest.mark.parametrize("screen", ["start", "methods", "scars", "compare"])
def test_the_screen_takes_the_place_of_the_words_without_a_jump_or_an_empty_picture(
    written: AppServer,
    new_page: NewPage,
    catalogue: Catalogue,
    screen: PageId,
    viewport: tuple[int, int],
) -> None:
    page = new_page(written.url, viewport=viewport)
    page.add_init_script(f"({_SHIFTS})()")
    page.goto(address(screen))
    Reader(page, catalogue).arrive(screen)
    expect(page.locator("#first")).to_have_count(0)
    expect(page.locator("h1")).to_have_count(1)
    assert page.evaluate("window.emptyPictures") == 0
    assert page.evaluate("window.shifted") <= MOST_SHIFT


@pytest.mark.parametrize(
    "place",
    [place for place in ADDRESSES if place.method in (None, "tca-cross")],
    ids=lambda place: f"/{place.path}",
)
def test_no_request_fails_and_no_font_comes_that_nothing_needs(
    written: AppServer, new_page: NewPage, catalogue: Catalogue, place: Address
) -> None:
    """Each screen works under the policy and asks nobody else, whatever is opened on it."""
    page = new_page(written.url, viewport=PHONE)
    answers: dict[str, int] = {}
    asked_for: list[str] = []
    said = watch(page)
    page.on("request", lambda request: asked_for.append(request.url))
    page.on("response", lambda answer: answers.update({answer.url: answer.status}))
    page.goto(f"/{place.path}")
    Reader(page, catalogue).arrive_at(place)
    page.evaluate("document.querySelectorAll('details').forEach((part) => (part.open = true))")
    wait_ready(page)
    service = catalogue.interface.service
    expect(page).to_have_title(
        service.document_title.format(page=place.title(catalogue), service=service.name)
    )
    assert page.evaluate("location.pathname") == f"/{place.path}"
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert said == []
    ours = (written.url, written.url.replace("http:", "ws:"), "data:", f"blob:{written.url}")
    assert [url for url in asked_for if not url.startswith(ours)] == []
    assert any(url.endswith("_stcore/health") for url in answers)
    assert {url: status for url, status in answers.items() if status >= 400} == {}
    fonts = [url for url in answers if re.search(r"\.(woff2?|ttf)$", url)]
    assert fonts
    assert all("/typeface/" in url for url in fonts), fonts


def test_what_a_reader_opened_and_where_they_are_stays(
    written: AppServer, new_page: NewPage, catalogue: Catalogue
) -> None:
    page = new_page(written.url, viewport=PHONE)
    held: list[Route] = []
    page.route(re.compile(r"/static/js/index\.\w+\.js$"), lambda route: held.append(route))
    page.goto("/methods", wait_until="commit")
    more = page.locator("#first main details").first
    more.locator("summary").click()
    expect(more).to_have_attribute("open", "")
    before = more.locator("summary").bounding_box()
    for route in held:
        route.continue_()
    Reader(page, catalogue).arrive("methods")
    same = page.locator('#root [data-testid="stHtml"] details:not(.unfold)').first
    expect(same).to_have_attribute("open", "")
    expect(same.locator("summary")).to_be_focused()
    after = same.locator("summary").bounding_box()
    assert before is not None
    assert after is not None
    assert after["y"] == pytest.approx(before["y"], abs=10)


def test_without_javascript_the_text_stays_and_leads_to_the_booklet(
    written: AppServer, new_page: NewPage, catalogue: Catalogue
) -> None:
    page = new_page(written.url, viewport=PHONE, java_script_enabled=False)
    page.goto("/methods")
    told = page.locator("#first noscript")
    assert catalogue.interface.service.no_scripts in str(told.text_content())
    assert [link.get_attribute("href") for link in told.locator("a").all()] == [
        "./booklet-a4.pdf",
        "./booklet-letter.pdf",
    ]
    for method in catalogue.methods:
        expect(page.get_by_role("link", name=method.name, exact=True)).to_be_visible()
    booklet = asked(written, "/booklet-a4.pdf")
    assert (booklet.status, booklet.headers["content-type"]) == (200, "application/pdf")
    assert booklet.body.startswith(b"%PDF")
    page.locator("#first nav summary").click()
    page.get_by_role("link", name=catalogue.page_by_id["about"].menu, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(catalogue.page_by_id["about"].title)


def test_where_the_line_drops_before_the_app_is_there_the_words_stay_readable(
    written: AppServer, new_page: NewPage, catalogue: Catalogue
) -> None:
    page = new_page(written.url, viewport=PHONE)
    page.route("**/_stcore/**", lambda route: route.abort())
    page.goto("/")
    first = page.locator("#first")
    expect(first.get_by_text(catalogue.interface.service.line_lost)).to_be_visible(timeout=30_000)
    heading = first.get_by_role("heading", level=1)
    expect(heading).to_be_visible()
    covering = heading.evaluate(
        """heading => {
            const { x, y, width, height } = heading.getBoundingClientRect();
            const on_top = document.elementFromPoint(x + width / 2, y + height / 2);
            return on_top === heading ? '' : on_top.outerHTML.slice(0, 200);
        }"""
    )
    assert covering == ""


@pytest.mark.parametrize("address", ["/", "/compare"])
def test_where_no_socket_passes_a_reader_is_told_what_to_do(
    written: AppServer, new_page: NewPage, catalogue: Catalogue, address: str
) -> None:
    """As behind the proxy of a firm: what is asked for comes, but the socket stays silent."""
    page = new_page(written.url, viewport=PHONE)
    page.route_web_socket("**/_stcore/stream", lambda socket: None)
    page.goto(address)
    late = page.locator("#first .first-late")
    expect(late).to_be_hidden()
    expect(late).to_be_visible(timeout=30_000)
    expect(late).to_contain_text(catalogue.interface.service.late)
    expect(late.get_by_role("link").first).to_have_attribute("href", "./booklet-a4.pdf")
    expect(page.locator("#first").get_by_role("heading", level=1)).to_be_visible()
    # At the end of the screen it stands below the last words, not over them.
    last = page.locator("#first main > :last-child")
    last.evaluate("one => one.closest('#first').scrollTo(0, 1e6)")
    expect(last).to_be_in_viewport()
    (last_box, late_box) = (one.bounding_box() for one in (last, late))
    assert last_box is not None
    assert late_box is not None
    assert last_box["y"] + last_box["height"] <= late_box["y"]
    assert late_box["y"] + late_box["height"] == pytest.approx(PHONE[1], abs=1)
    assert violations(page) == []


@pytest.mark.parametrize("screen", ["start", "methods", "method", "scars", "about"])
def test_axe_finds_nothing_wrong_with_the_words(
    written: AppServer, new_page: NewPage, screen: PageId
) -> None:
    page = new_page(written.url, viewport=PHONE)
    without_scripts(page, screen)
    assert violations_light_and_dark(page) == []
