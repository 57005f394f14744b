"""About: sources, makers, dates, privacy."""

from aid.ui.screens import about

about.render()
