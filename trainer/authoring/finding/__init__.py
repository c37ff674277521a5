"""Finding and replacing in the texts of a file, or of many, with a look before."""
