"""What every screen has: its frame, the way to other screens, what does not fit, its HTML."""
