"""Many scenarios: ``searching`` finds files, ``reader`` reads them, ``index`` remembers them.

``library`` is all of them together; ``beginning`` is the one to begin with.
"""
