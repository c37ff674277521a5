"""What the room sees, in a window of its own."""
