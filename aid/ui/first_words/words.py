"""Turns what a run of a screen sent into plain HTML: its words in their places, without widgets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from markupsafe import Markup
from streamlit.proto.Block_pb2 import Block
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from aid.catalogue.ids import FIRST_STEP, START, PageId
from aid.ui import runtime
from aid.ui.layout import routes
from aid.views.elements import joined, paragraph

WHOLE: Final[tuple[PageId, ...]] = ("start", "methods", "method", "about", "glossary")
"""Screens that show nobody's answers: all of their words come first. Of the others only what
stands above the notices, because the rest may look different for a reader who has answered."""

_LEADS: Final[dict[str, PageId]] = {"begin": FIRST_STEP}
"""Buttons, by their keys, that do nothing but go to another screen."""

_LEFT_OUT: Final = ("redraw", "notices", "keep")
_STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)


@dataclass
class _Place:
    """A place of the screen: an element, or a container with the places in it, by number."""

    what: Element | Block | None = None
    inner: dict[int, _Place] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The key that the script gave it, if any."""
        what = self.what
        if isinstance(what, Element):
            what = getattr(what, what.WhichOneof("type") or "")
        # An id is a mark, a hash, and the key.
        return str(getattr(what, "id", "")).split("-", 2)[-1]


@dataclass(frozen=True)
class Words:
    """The words of one screen."""

    title: str
    """What the tab is called."""

    is_wide: bool
    style: str
    body: Markup
    kinds: frozenset[str]
    """The kinds of elements on the whole screen, by Streamlit's names, such as ``page_link``."""


def words(sent: Iterable[ForwardMsg], page_id: PageId) -> Words:
    """The words of a screen, from everything that one run of it sent."""
    title, is_wide, main, kinds = "", False, _Place(), set()
    for message in sent:
        if message.WhichOneof("type") == "page_config_changed":
            config = message.page_config_changed
            title, is_wide = config.title, config.layout == config.WIDE
        elif message.WhichOneof("type") == "delta":
            root, *path = message.metadata.delta_path
            if root == 0:
                what = _put(main, path, message)
                if isinstance(what, Element):
                    kinds.add(what.WhichOneof("type") or "")
    drawn = joined(_drawn(_begin(main, page_id), page_id))
    style = "".join(_STYLE.findall(drawn))
    body = Markup(_STYLE.sub("", str(drawn)))  # noqa: S704 - HTML before and after
    return Words(title, is_wide, style, body, frozenset(kinds))


def _put(main: _Place, path: list[int], message: ForwardMsg) -> Element | Block:
    place = main
    for number in path:
        place = place.inner.setdefault(number, _Place())
    delta = message.delta
    is_element = delta.WhichOneof("type") == "new_element"
    place.what = delta.new_element if is_element else delta.add_block
    return place.what


def _begin(main: _Place, page_id: PageId) -> Iterator[_Place]:
    """The places of a screen in their order that come first: all of them, or the beginning."""
    places = [main.inner[number] for number in sorted(main.inner)]
    if page_id in WHOLE:
        yield from places
        return
    for place in places:
        if place.key == "notices":
            break
        yield place
    yield _Place()  # the rest is on its way


def _drawn(places: Iterable[_Place], page_id: PageId) -> Iterator[Markup]:
    for place in places:
        what = place.what
        if what is None:
            yield _boxed(paragraph(runtime.catalogue().interface.service.on_its_way, "hint"))
        elif place.key in _LEFT_OUT:
            continue
        elif isinstance(what, Element):
            yield _element(what, place.key, page_id)
        else:
            inner = joined(_drawn((place.inner[number] for number in sorted(place.inner)), page_id))
            if inner:
                yield _container(what, place.key, inner)


def _container(block: Block, key: str, inner: Markup) -> Markup:
    if key == "menu":
        label = runtime.catalogue().interface.service.menu_label
        return Markup('<nav class="first-row" aria-label="{}">{}</nav>').format(label, inner)
    is_row = block.flex_container.direction == block.FlexContainer.HORIZONTAL
    way = "first-row" if is_row else "first-column"
    # Named as on the screen, so that the style sheet finds it.
    named = f" st-key-{key}" if key else ""
    return Markup('<div class="{}{}">{}</div>').format(way, named, inner)


def _element(element: Element, key: str, page_id: PageId) -> Markup:
    match element.WhichOneof("type"):
        case "html":
            return _boxed(Markup(element.html.body))  # noqa: S704 - what our own run sent
        case "page_link":
            link = element.page_link
            here = (link.page or START) == routes.menu_page(page_id)
            return _link(link.label, link.page, Markup(' aria-current="page"') if here else "")
        case "button" if key in _LEADS:
            return _link(element.button.label, _LEADS[key], Markup(' class="first-button"'))
    return Markup("")


def _boxed(markup: Markup) -> Markup:
    return Markup('<div class="first-html">{}</div>').format(markup)


def _link(label: str, address: str, more: Markup | str) -> Markup:
    return Markup('<div class="first-link"><a href="./{}"{}>{}</a></div>').format(
        address, more, label
    )
