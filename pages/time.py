"""Step: downtime, visits and dates."""

from aid.ui.screens import step

step.render("time")
