"""Start: what the aid is and is not."""

from aid.ui.screens import start

start.show_decision()
start.show_ways_in()
start.show_sections()
