"""Writing scenarios: one document behind every view, one stack of steps behind every change."""
