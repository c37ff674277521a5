"""What each act does: pure functions from a state to the next."""
