"""Upstander: practise stepping in when someone is harassed."""

__version__ = "0.1.0"
