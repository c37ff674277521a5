"""Trying out what is being written: from any scene, at random, and through everything."""
