"""Boosters: a skill asked again weeks later, in another situation of its kind."""
