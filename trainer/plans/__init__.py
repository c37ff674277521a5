"""Plans for a workshop: what it goes through, in which order, for how long."""
