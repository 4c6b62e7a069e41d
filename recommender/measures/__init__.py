"""Measures: pure functions on arrays, one file a family; `registry` finds them by name."""
