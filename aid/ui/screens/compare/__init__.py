"""The sections of Compare."""
