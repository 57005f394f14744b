"""Methods: every method under the same headings."""

from aid.ui.screens import methods, tips

methods.show_lead()
methods.show_accounts()
methods.show_notes()
tips.show()
methods.show_booklet()
methods.show_way_on()
