"""What the history tells: counts, decisions to look at again, what to try next."""
