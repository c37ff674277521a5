"""Taking everything along: a file for another computer, for other programs, and back in."""
