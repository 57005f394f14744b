"""What the aid knows: content files, their form, and all of it as one immutable value."""
