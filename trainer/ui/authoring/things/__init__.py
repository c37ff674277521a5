"""The outline of a file that is no scenario: its things, chosen, moved, added and taken out."""
