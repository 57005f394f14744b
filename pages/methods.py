"""Methods: every method as a card."""

from aid.ui.screens import methods

methods.show_cards()
methods.show_way_on()
methods.show_more()
methods.show_booklet()
