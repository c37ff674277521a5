"""Opening, saving, versions, changes from outside."""
