"""Cast, state and the file's own facts, as tables."""
