"""What the server does around the screens: addresses, headers, settings, its log."""
