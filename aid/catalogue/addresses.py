"""The addresses of the screens: one for each page and each method. None holds an answer."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from aid.catalogue.ids import METHOD_IDS, PAGE_IDS, START, MethodId, PageId

if TYPE_CHECKING:
    from aid.catalogue.catalogue import Catalogue  # a server that starts does not wait for it

METHOD: Final[PageId] = "method"
"""The page that shows one method; at its own address it shows none, because none is named there."""


class Address(NamedTuple):
    """Where a screen is: its page, and on the page of one method which one."""

    page: PageId
    method: MethodId | None = None

    @property
    def path(self) -> str:
        """What follows the slash; empty for the start."""
        if self.method is not None:
            return f"{METHOD}-{self.method}"
        return "" if self.page == START else self.page

    def title(self, catalogue: Catalogue) -> str:
        """The heading of the screen."""
        if self.method is not None:
            return catalogue.method_by_id[self.method].name
        return catalogue.page_by_id[self.page].title

    def lead(self, catalogue: Catalogue) -> str:
        """Its main message, below the heading."""
        if self.method is not None:
            return catalogue.method_by_id[self.method].summary
        return catalogue.page_by_id[self.page].lead


ADDRESSES: Final = (
    *(Address(page) for page in PAGE_IDS),
    *(Address(METHOD, method) for method in METHOD_IDS),
)
"""All of them, pages in journey order first."""

ADDRESS_BY_PATH: Final[Mapping[str, Address]] = MappingProxyType(
    {address.path: address for address in ADDRESSES}
)
