"""Reads the pages of the reading edition again: their words, links and places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

NOT_WORDS = ("script", "style")
BLOCKS = re.compile(
    "address|article|aside|br|caption|d[dlt]|details|div|figure|footer|h[1-6]|header|hr|html|li"
    "|main|nav|ol|p|section|summary|table|tbody|t[dhr]|thead|title|ul"
)


@dataclass
class Read(HTMLParser):
    """What a page holds.

    ``words`` is every text that a reader meets, with one space for any white space and a line for
    each block.
    """

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    scripts: list[tuple[str, str]] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: str = ""
    _inside: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        if tag == "link" and given["rel"] != "canonical":
            self.loads.append(given["href"])
        self.loads += [given[name] for name in ("src", "srcset", "poster", "data") if name in given]
        if tag == "img":
            self.words += f" {given['alt']} "
        self._break(tag)
        if tag in NOT_WORDS:
            self._inside = tag
            self.scripts.append((given.get("type", ""), ""))

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts[-1] = (self.scripts[-1][0], data)
        else:
            self.words += data

    def _break(self, tag: str) -> None:
        if BLOCKS.fullmatch(tag):
            self.words += "\n"


def read(page: bytes | str) -> Read:
    found = Read()
    found.feed(page.decode() if isinstance(page, bytes) else str(page))
    found.words = re.sub(r"\s*\n\s*", "\n", re.sub(r"[ \t]+", " ", found.words))
    return found


def meta(found: Read, name: str) -> str:
    """The content of one ``meta`` element."""
    (only,) = [given["content"] for tag, given in found.tags if given.get("name") == name]
    return only
