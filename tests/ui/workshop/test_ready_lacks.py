"""What a plan lacks is said while somebody can still do something about it, and in the room."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.scenes.authoring_giving_scenes import own_workshop
from tests.until import until
from trainer import paths
from trainer.ui.workshop.ready.page import ReadyPage

if TYPE_CHECKING:
    from tests.scenes import Stage


def _said(stage: Stage, plan: str) -> str:
    stage.shell.open_page("workshop-ready", plan=plan)
    page = stage.shell.page()
    assert isinstance(page, ReadyPage)
    return page.plan.said.text()


def test_a_story_that_is_not_written_or_not_there_is_told_before_doors_open(stage: Stage) -> None:
    plan = own_workshop()
    story = paths.own_scenarios() / "morning-train-2/morning-train-2.yaml"
    stage.context.read_library()
    until(lambda: stage.context.library.card("morning-train-2") is not None)
    assert _said(stage, plan.stem).endswith("in all.")
    text = story.read_text("utf-8")
    page = stage.shell.page()
    assert isinstance(page, ReadyPage)
    assert "no softer words" not in page.soften.said.text()
    story.write_text(re.sub(r"(?m)^ +soft: .*\n", "", text), "utf-8")
    stage.context.library.refresh()
    assert _said(stage, plan.stem).endswith("in all.")
    assert "(my own)” has no softer words yet" in page.soften.said.text()
    # What the room will read stands there, before it does.
    shown = re.search(r"sees it as it stands, “(.+?)…?”$", page.soften.said.text())
    assert shown is not None
    of = text[: text.index(shown[1][:20])].rsplit("\n", 1)[-1] + text[text.index(shown[1][:20]) :]
    who = re.match(r"\s*- (\w+):", of) or re.match(r"\s*- \{(\w+):", of)
    assert who is not None
    assert re.search(rf"(?m)^  {who[1]}:.*\n?(?:    .*\n)*?.*role: harming", text)
    page.soften.tick.click()
    assert "no softer words" not in page.soften.said.text()
    stub = "  camera: {stub: true}\n"
    cut = re.sub(r"(?ms)^  camera:\n.*?(?=^  [a-z-]+:\n)", stub, text, count=1)
    story.write_text(cut, "utf-8")
    stage.context.library.refresh()
    assert "(my own)” has a scene that is not written yet" in _said(stage, plan.stem)
    story.unlink()
    stage.context.library.refresh()
    assert "is not here, or cannot be played" in _said(stage, plan.stem)
