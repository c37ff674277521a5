"""How sure somebody feels, and the words it is asked in."""
