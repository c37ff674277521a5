"""How a scenario lies on the map: where boxes stand, what is folded, followed and marked."""
