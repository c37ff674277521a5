"""Looking at all of a scenario: every state (``space``), the ways to an ending, what they show."""
