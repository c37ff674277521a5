"""For whoever is there when somebody needs a pause: the card with the way to their own page."""
