"""Save, load or clear the answers."""

from aid.ui.screens import keep

keep.show_where()
keep.show_controls()
