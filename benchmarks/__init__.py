"""How fast things are, and how that compares."""
