"""Step: the scars themselves."""

from aid.ui.screens import step

step.render("scars")
