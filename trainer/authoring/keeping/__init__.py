"""Files that are being written: opened, saved, kept aside, put together; nothing is ever lost."""
