"""Texts that a scenario may hold: ``markup`` and ``inline`` read them, ``words`` counts them."""
