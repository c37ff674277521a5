"""A real learning record store (Ralph), in a virtual environment of its own."""
