"""A profile that a passphrase seals: its file, and locking and unlocking it."""
