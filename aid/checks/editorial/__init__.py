"""Rules for writers: wording, length, reading level, balance, the report card."""
