"""Where workshops lie on this computer, which can be gone on with, and until when they stay."""
