"""Writing a file anew in the usual order and form: the only thing that reformats."""
