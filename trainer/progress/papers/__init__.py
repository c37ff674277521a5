"""The safety plan and records of what happened, locked if somebody wants that."""
