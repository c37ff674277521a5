"""Which way phones can reach this computer, and which rung of the ladder holds."""
