"""The scenes of a scenario as an outline, for keyboard and screen reader."""
