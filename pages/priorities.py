"""Step: what matters."""

from aid.ui.screens import step

step.render("priorities")
