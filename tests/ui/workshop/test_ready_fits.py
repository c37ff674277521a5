"""Getting ready in every look: names, Tab order, nothing cut, every word translated.

One window shows all scenes, one after the other: it is what they are in that takes the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from tests.scenes import Stage, all_scenes
from tests.screenshots import LAYOUTS
from tests.ui import sweep
from trainer.language import PSEUDO
from trainer.settings import Settings
from trainer.ui.workshop import leading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.screenshots import Look

SCENES = (
    "ready-several",
    "ready-open",
    "ready-test-doubt",
    "ready-wifi",
    "ready-hotspot",
    "ready-care",
)


def each(stage: Stage) -> Iterator[str]:
    """Show one scene after the other."""
    stage.shell.open_page("home")
    stage.shell.show()
    for scene in SCENES:
        all_scenes()[scene](stage)
        stage.settle(0.03)
        yield scene
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog):
                window.close()
    leading.let_go(stage.context)


@pytest.mark.parametrize(
    "look",
    [pytest.param(one, marks=pytest.mark.soak if one.name != "light" else ()) for one in LAYOUTS],
    ids=[one.name for one in LAYOUTS],
)
def test_nothing_is_wrong_with_it(qapp: QApplication, look: Look) -> None:
    with Stage(look.settings, look.size) as stage:
        assert {scene: found for scene in each(stage) if (found := sweep.all_of_it(stage))} == {}


def test_every_word_goes_through_gettext(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with Stage(Settings(keep=True, text_size=200), (800, 600)) as stage:
        for scene in each(stage):
            assert (scene, sweep.all_of_it(stage)) == (scene, [])
            theirs = ["http://192.168.4.20:34567/", "Community Hall", "open; sesame"]
            if door := _door(stage):
                theirs += door
            assert (scene, sweep.untranslated(stage.top(), theirs)) == (scene, [])


def _door(stage: Stage) -> list[str]:
    """Address and code of the room, which are nobody's words."""
    led = leading.now(stage.context)
    room = led.room if led is not None else None
    if room is None:
        return []
    return [f"{room.url}#{room.door.code}", room.door.code, " ".join(room.door.code)]
