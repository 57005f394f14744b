"""What answers change: pure rules without HTML."""
