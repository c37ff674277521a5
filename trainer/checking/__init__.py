"""Checking files of every format, by themselves and against each other."""
