"""Readers that several tests have in common."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from aid.catalogue.catalogue import Catalogue
from tests.browser.reader import Reader
from tests.conftest import AppServer, NewPage


@pytest.fixture
def reader(page: Page, catalogue: Catalogue) -> Reader:
    """A reader at a desk."""
    return Reader(page, catalogue)


@pytest.fixture
def phone(new_page: NewPage, server: AppServer, catalogue: Catalogue) -> Reader:
    """A reader with a phone."""
    return Reader(new_page(server.url, viewport=(390, 844)), catalogue)
