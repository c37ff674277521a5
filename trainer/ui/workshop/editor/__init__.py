"""The editor of plans: parts to order, time, add and change, one undo for all of it."""
