"""That the list of changes names the version of the content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.load import CHANGES_FILE
from aid.errors import Place, Problem

_VERSION = re.compile(r"^## (\d{4}-\d\d-\d\d)\b", re.MULTILINE)


def changes_name_the_version(catalogue: Catalogue, changes: str) -> Iterator[Problem]:
    """Find a list of changes whose newest entry is not the version of the content.

    Args:
        catalogue: The content.
        changes: The text of ``CHANGES.md``, newest first.
    """
    newest = _VERSION.search(changes)
    version = catalogue.manifest.content_version.isoformat()
    if newest is None or newest[1] != version:
        yield Place(CHANGES_FILE).problem(f"its first heading must begin with {version}")
