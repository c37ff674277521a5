"""A story on paper: which way it is printed, and its pages."""
