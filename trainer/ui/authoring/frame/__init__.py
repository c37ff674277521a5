"""What is around the panels of the editor: bar, tabs, splitters, and the keys that always work."""
