"""Words explained, from A to Z."""

from aid.ui.screens import glossary

glossary.show()
