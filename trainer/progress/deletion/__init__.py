"""What a deletion takes, deleting it, and looking again whether it is gone."""
