"""When a file may say that it was reviewed, of which text that was, and what changed since."""
