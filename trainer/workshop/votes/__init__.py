"""What a room answers, and how much of it may be told."""
