"""The forms of drills, help entries, plans and pages, and of a file as a whole."""
