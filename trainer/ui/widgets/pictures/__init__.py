"""Pictures: what is drawn, what others made, and who stands where in them."""
