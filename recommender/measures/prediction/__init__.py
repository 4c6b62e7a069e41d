"""Which activities regions will enter: what is known at an origin, who learns from it, and how good it was."""
