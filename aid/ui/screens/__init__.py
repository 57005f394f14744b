"""What the screens show: a function for each section, in the order in which a page calls them."""
