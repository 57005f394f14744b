"""What a reader said, as a value and as a file."""
