"""A scenario: model, reading, conditions, checks, state space, library, translation."""
