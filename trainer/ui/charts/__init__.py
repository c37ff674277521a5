"""Charts: painted, each with a name, its content in words, and the same as a table."""
