"""Get ready: what is settled before doors open."""
