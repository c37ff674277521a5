"""Everything of a profile as one file, to take along: written, looked through, taken in."""
