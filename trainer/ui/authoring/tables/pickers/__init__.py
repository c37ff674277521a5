"""Picking a picture by looking at it: those that come along, and one of one's own."""
