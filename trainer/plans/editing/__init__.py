"""Changing a plan: every step can be undone, what is wrong is said at once, nothing is lost."""
