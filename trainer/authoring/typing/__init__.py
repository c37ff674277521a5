"""What the text of a file tells and offers while it is typed, also where it cannot be read."""
