"""What was kept, written out for other programs."""
