"""Step: what a doctor will want to know."""

from aid.ui.screens import step

step.render("health")
