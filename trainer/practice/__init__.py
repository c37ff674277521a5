"""One run of a scenario: session, snapshot, transcript, debrief. No window in it."""
