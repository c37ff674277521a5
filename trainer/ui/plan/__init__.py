"""The safety plan, and records of what happened."""
