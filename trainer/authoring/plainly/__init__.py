"""What is wrong, in the words that the forms have; the words of files are for the text."""
