"""The method: the five D's and the five steps as data."""
