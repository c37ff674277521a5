"""What is printed or saved as a PDF: its text, its pieces, pages that they fill, where it goes."""
