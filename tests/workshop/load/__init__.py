"""Rooms under load: hundreds of phones, from a process of their own."""
