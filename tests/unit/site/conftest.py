"""The reading edition of the real content, made once."""

from __future__ import annotations

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.site.build import build_site
from tests.unit.site.reading import Read, read

ADDRESS, AID = "https://pages.example/scars", "https://aid.example"


@pytest.fixture(scope="package")
def site(catalogue: Catalogue) -> dict[str, bytes]:
    """Every file, with a booklet that is no real one."""
    return build_site(
        catalogue, address=ADDRESS, aid=AID, booklets={"a4": b"%PDF-1", "letter": b"%PDF-2"}
    )


@pytest.fixture(scope="package")
def pages(site: dict[str, bytes]) -> dict[str, Read]:
    """Every page, read again."""
    return {path: read(data) for path, data in site.items() if path.endswith(".html")}
