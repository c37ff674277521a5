"""Pages around one run: practice, feedback, debrief, path map, two runs side by side."""
