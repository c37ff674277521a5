"""A workshop in windows: its plans, getting ready, console, projector, and what comes after."""
