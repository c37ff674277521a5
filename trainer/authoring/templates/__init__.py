"""What a new file begins as: files to write over, and what is asked before."""
