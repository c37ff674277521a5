"""Pages to learn from: the index, a page about the method, the first three pages."""
