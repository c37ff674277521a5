"""A session in a room: plan, walk, votes, journal, room, report.

``workshop.py`` is the one that is held, ``acts.py`` all that can be done to it, ``state.py`` all
that changes; ``doing/`` goes from one state to the next, ``telling/`` says who may see what.
"""
