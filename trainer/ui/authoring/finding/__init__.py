"""Finding and replacing, in one file or in many."""
