"""Writing scenarios in the window: map, outline, form and text of one document."""
