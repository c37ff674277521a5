"""How a scene reads, and whether its choices tell by their form which one is best."""
