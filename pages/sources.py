"""Sources: find a claim or a source."""

from aid.ui.screens import sources

sources.show_search()
sources.show_found()
