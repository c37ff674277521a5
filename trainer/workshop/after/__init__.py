"""What stays of a workshop: a report that gives nobody away, a hand-out, and an end to both."""
