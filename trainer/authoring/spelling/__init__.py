"""Spelling, with Hunspell dictionaries: what may be misspelt, and what was meant."""
