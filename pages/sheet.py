"""Sheet: put together, preview and download."""

from aid.ui.screens import sheet

sheet.render()
