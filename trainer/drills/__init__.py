"""Someone says something, what do you say? Short drills, and cards to think about."""
