"""Compare: the methods side by side."""

from aid.ui.screens import tips
from aid.ui.screens.compare import charts, downloads, listing, off_table, onward, trade_offs, views

listing.show()
views.show()
off_table.show()
trade_offs.show()
charts.show()
downloads.show()
tips.show()
onward.show()
