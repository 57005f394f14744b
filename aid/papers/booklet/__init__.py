"""The booklet: the whole aid on paper."""
