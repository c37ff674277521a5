"""What is wrong, as one types."""
