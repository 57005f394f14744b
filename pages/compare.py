"""Compare: the methods side by side."""

from aid.ui.screens import tips
from aid.ui.screens.compare import comparison, downloads, listing, onward, trade_offs

listing.show_line()
comparison.show()
listing.show_how()
trade_offs.show()
downloads.show()
tips.show_folded()
onward.show()
