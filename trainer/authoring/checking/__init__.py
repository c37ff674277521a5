"""What is wrong with a file that is being written: at once where one types, then as a whole."""
