"""Methods: every method under the same headings."""

from aid.ui.screens import methods

methods.render()
