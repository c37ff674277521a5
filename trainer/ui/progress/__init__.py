"""Pages about what was done: past runs."""
