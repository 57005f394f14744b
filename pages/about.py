"""About: sources, makers, dates, privacy."""

from aid.ui.screens import about

about.show_makers_and_dates()
about.show_certainty()
about.show_reading_level()
about.show_report_card()
about.show_glossary()
about.show_sources()
