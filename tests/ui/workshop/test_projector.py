"""The projector's window: what the room sees, read from the page that it paints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from tests.workshop.room import Clock, made_of, vote_all, walk_to
from trainer.ui.workshop.bridge import Bridge
from trainer.ui.workshop.projector.window import ProjectorWindow
from trainer.workshop.state import Phase
from trainer.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Room:
    """A workshop with the projector's window before it."""

    def __init__(self, qtbot: QtBot, plan: str = "") -> None:
        self.clock = Clock()
        self.workshop = Workshop(made_of(plan), None, self.clock)
        self.bridge = Bridge(self.workshop)
        self.window = ProjectorWindow(self.bridge)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()

    def do(self, act: str, **what: object) -> None:
        assert self.bridge.do(act, **what)

    def at(self, segment: str, phase: Phase | None = None) -> None:
        walk_to(self.workshop, segment)
        while phase is not None and self.workshop.state.at.phase is not phase:
            self.workshop.do("next")
        self.looked()

    def looked(self) -> None:
        self.bridge._look()

    def told(self) -> str:
        """Every word of every widget of the window."""
        return "\n".join(_words(self.window))


def _words(widget: QWidget) -> Iterator[str]:
    for one in (widget, *widget.findChildren(QWidget)):
        if one.isHidden() and one is not widget:
            continue
        yield from (one.windowTitle(), one.accessibleName(), one.accessibleDescription())
        yield from (one.toolTip(), one.text() if isinstance(one, QLabel) else "")


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    made = Room(qtbot)
    made.do("begin")
    yield made
    made.window.close()
    made.bridge.close()


@pytest.mark.parametrize("steps", [0, 1])
def test_who_has_no_phone_reads_the_parts_from_the_wall(room: Room, steps: int) -> None:
    room.at("threes")
    for _step in range(steps):
        room.do("next")
    room.looked()
    told = room.told()
    assert "You watch" in told
    assert "Stand beside the one who acts." in told
    assert "You are the woman." not in told


def test_tallies_and_ds_show_only_after_the_reveal(room: Room) -> None:
    room.at("train", Phase.ASK)
    offered = [one.id for one in room.workshop.state.at.run.at.offered]  # type: ignore[union-attr]
    vote_all(room.workshop, {offered[0]: 17, offered[1]: 6})
    room.looked()
    asked = room.told()
    assert "What would you do?" in asked
    assert "23 have answered" in asked
    assert "17" not in asked
    assert "Distract" not in asked
    room.do("next")
    room.looked()
    assert "17" not in room.told()
    room.do("next")
    shown = room.told()
    assert "17" in shown
    assert "Distract" in shown
