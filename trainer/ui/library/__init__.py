"""The first page: the library, and what is at hand above it."""
