"""A workshop on paper: run of show, slides, cards, agreements, hand-out, list of names."""
