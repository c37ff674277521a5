"""The method: the five D's as data."""
