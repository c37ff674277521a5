"""The main window: it opens pages, and stands around them; leaving it, quickly or in order."""
