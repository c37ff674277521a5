"""Playing what is being written."""
