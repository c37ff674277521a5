"""Statements for a learning record store (xAPI 1.0.3). Nothing in here opens a connection."""
