"""Which activities regions will enter: learned inside the user's own table, and checked there."""
