"""What a form needs to know of a file that is being written; no form is here."""
