"""Formats, one file each: a function that takes a result and options and gives the whole text."""
