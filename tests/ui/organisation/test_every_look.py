"""What is said before, while and after sending: named, in order, whole, and translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import sweep
from tests.ui.showing import showing
from trainer.language import PSEUDO
from trainer.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SCENES = ("organisation-before", "organisation-wrong", "organisation-on", "organisation-list",
          "organisation-choices")  # fmt: skip


@pytest.mark.parametrize("scene", SCENES)
def test_it_stands_whole_where_there_is_least_room(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene, Settings(keep=True, text_size=200), (800, 600)) as stage:
        assert sweep.all_of_it(stage) == []


@pytest.mark.parametrize("scene", SCENES[::2])
def test_every_word_goes_through_gettext(
    qapp: QApplication, scene: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", PSEUDO)
    with showing(scene, Settings(keep=True)) as stage:
        inside = stage.top()
        if scene == "organisation-on":
            inside = stage.shell.page()._organisation  # type: ignore[attr-defined]
        theirs = ["https://lrs.example.org/xapi/", "club-7", "secret", "●"]
        assert sweep.untranslated(inside, theirs) == []
        assert sweep.tab_order(stage.top()) == []
