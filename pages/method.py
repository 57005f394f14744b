"""One method by itself."""

from aid.ui.screens import method

method.show()
