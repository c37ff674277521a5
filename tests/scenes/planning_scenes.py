"""Scenes of planning a workshop: its first page, the editor of plans, what is printed."""

from __future__ import annotations

from tests.scenes import Stage, scene


@scene("workshop-home")
def workshop_home(stage: Stage) -> None:
    stage.shell.open_page("workshop-home")
