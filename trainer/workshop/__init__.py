"""A session in a room: plan, walk, votes, journal, room, report."""
