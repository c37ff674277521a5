"""Bands above everything on the console: what could not wait, and what takes something back."""
