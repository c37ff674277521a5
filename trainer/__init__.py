"""Upstander: practise stepping in when someone is harassed.

Each package is a room, named after what people do in it; ``docs/architecture.md`` leads through
the house. Begin at ``__main__``, which opens the window (``app``) or runs a command (``cli``).
"""

__version__ = "0.1.0"
