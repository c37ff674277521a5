"""The text of the file itself."""
