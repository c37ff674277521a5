"""The room as phones find it: a server in a thread of its own, and nothing of Qt.

Nobody imports this before a person opens the room; nothing listens before that.
"""
