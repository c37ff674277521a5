"""Two runs of one scenario beside each other."""
