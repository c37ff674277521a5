"""What was done and learned, kept on this computer: database, records, exports.

``store.py`` is its face; ``database.py`` is below it, on ``connecting.py``; ``queries.py`` asks,
``recording.py`` writes. The rooms in here keep something else than runs, in the same database.
"""
