"""The path that was taken, on the map of all ways and in words."""
