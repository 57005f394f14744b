"""Start: what the aid is and is not."""

from aid.ui.screens import start

start.render()
