"""The console: what whoever leads a workshop sees, and nobody else."""
