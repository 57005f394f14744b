"""Step: what a doctor will want to know."""

from aid.ui.screens.questionnaire import groups, step

groups.show()
step.show_back_and_continue("health")
