"""What a new file begins as: files with empty places to write in, and what is asked before."""
