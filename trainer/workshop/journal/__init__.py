"""Every act of a workshop, as it was done: appended before it shows, read again after a crash."""
