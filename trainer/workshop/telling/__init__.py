"""What each of those who look on may see: the room, phones, the facilitator."""
