"""The page from which writing starts."""
