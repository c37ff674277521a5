"""Pages about what was done: figures, past runs, decisions to look at again, what to try next."""
