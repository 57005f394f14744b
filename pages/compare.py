"""Compare: the methods side by side."""

from aid.ui.screens import compare

compare.render()
