"""Italiano."""
