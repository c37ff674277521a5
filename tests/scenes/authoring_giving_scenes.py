"""Scenes of giving away a copy, and of taking in what somebody gave."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from tests.scenes import Stage, scene
from tests.scenes.authoring_scenes import author
from trainer import paths
from trainer.authoring.giving import belonging, packing
from trainer.authoring.keeping import own_copies
from trainer.ui.authoring.giving.give_sheet import GiveSheet
from trainer.ui.authoring.giving.take_sheet import take
from trainer.ui.authoring.home.page import AuthorHomePage
from trainer.ui.authoring.on_paper.offered import print_shown

TAKEN = ("morning-train", "sixty-minutes")
"""Ids of what comes along."""


def own_workshop() -> Path:
    """Lay a plan among one's own, with a story that has a picture and a translation, and drills."""
    story = own_copies.copy(paths.built_in_scenarios() / "morning-train/morning-train.yaml", TAKEN)
    text = re.sub("(?m)^backdrop:.*", "backdrop: pictures/our-train.png", story.read_text("utf-8"))
    story.write_text(text, "utf-8")
    picture = QImage(320, 180, QImage.Format.Format_RGB32)
    picture.fill(QColor("#8FB4A8"))
    (story.parent / "pictures").mkdir()
    picture.save(str(story.parent / "pictures" / "our-train.png"))
    entry = 'msgctxt "title"\nmsgid "The 8:10 to Harbor (my own)"\nmsgstr "Der Zug um 8:10"\n'
    story.with_name(f"{story.stem}.de.po").write_text(entry, "utf-8")
    own_copies.copy(min(paths.built_in_drills().glob("*.yaml")), ())
    plan = own_copies.copy(min(paths.built_in_plans().glob("*.yaml")), TAKEN)
    said = re.sub(r"scenario: \S+", f"scenario: {story.stem}", plan.read_text("utf-8"))
    plan.write_text(said, "utf-8")
    return plan


def given(plan: Path) -> Path:
    """Give it away, as a zip in a folder of its own."""
    place = Path(tempfile.mkdtemp(dir=paths.home())) / "our-hour.zip"
    place.write_bytes(packing.packed(belonging.with_named(plan)))
    return place


@scene("author-give")
def give(stage: Stage) -> None:
    plan = own_workshop()
    stage.shell.open_page("author-home")
    sheet = GiveSheet(stage.context, belonging.with_named(plan), stage.shell)
    sheet.open()
    sheet.more.click()
    stage.settle(0.1)


@scene("author-take")
def take_in(stage: Stage) -> None:
    plan = own_workshop()
    place = given(plan)
    for one in (paths.own_scenarios() / "morning-train-2").glob("*.yaml"):
        one.write_text(one.read_text("utf-8").replace("minutes: ", "minutes: 1"), "utf-8")
    stage.shell.open_page("author-home")
    page = stage.shell.page()
    assert isinstance(page, AuthorHomePage)
    take(stage.context, place, page.taken(), stage.shell)
    stage.settle(0.1)


@scene("author-print")
def print_story(stage: Stage) -> None:
    page = author(stage)
    print_shown(page.bench, page)
    stage.settle(0.1)
