"""The debrief: the targeted person's view, the D's, questions, and all of it as a document."""
