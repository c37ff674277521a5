"""What mends a problem with one key, where it is certain what was meant."""
