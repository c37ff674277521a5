"""Spelling where one writes: marked, told, mended with one key."""
