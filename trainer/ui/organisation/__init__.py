"""Completions for an organisation: what would go, what went, and how to stop it."""
