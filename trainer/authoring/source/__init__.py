"""The text of a file and what stands in it, changed only where it is to be changed."""
