"""What was done and learned, kept on this computer: database, records, exports."""
