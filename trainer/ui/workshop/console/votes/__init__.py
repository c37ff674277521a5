"""The vote on the console: its answers, and hands typed in."""
