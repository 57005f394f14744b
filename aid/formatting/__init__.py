"""How values are written: numbers, dates, shares, sources."""
