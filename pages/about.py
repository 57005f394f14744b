"""About: makers, dates, privacy, what is not met."""

from aid.ui.screens import about

about.show_ways()
about.show_makers_and_dates()
about.show_report_card()
about.show_research()
about.show_certainty()
about.show_reading_level()
