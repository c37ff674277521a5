"""Get help: who helps where, in which language, with and without the police."""
