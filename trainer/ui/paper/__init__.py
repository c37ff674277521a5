"""What is printed or saved as a PDF: its text, its pieces, where it goes."""
