"""What differs between two texts of one file, in the words of the forms."""
