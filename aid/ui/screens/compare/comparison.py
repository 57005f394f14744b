"""The list of methods, what is known of them, and what is not on the list."""

from __future__ import annotations

from aid.ui.parts import part
from aid.ui.screens.compare import listing, off_table, views


@part("comparison")
def show() -> None:
    """Draw all that another list changes."""
    listing.show()
    views.show()
    off_table.show()
