"""Pairs and threes: how people are divided, who comes where, and who does what in which turn."""
