"""After a workshop: its report, the hand-out, who was there, and until when it is kept."""
