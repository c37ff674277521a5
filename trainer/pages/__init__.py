"""The method, page by page: what to read, and what to show on a wall."""
