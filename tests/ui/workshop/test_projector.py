"""The projector's window: what the room sees, read from the page that it paints."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import segno
from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QVariantAnimation
from PySide6.QtGui import QAccessible, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.workshop.everything import every
from tests.ui.workshop.test_projector_fits import HEAVY, WIDE, composed
from tests.workshop.room import Clock, made_of, vote_all, walk_to
from tests.workshop.test_languages import translated
from trainer.plans.model import Kind
from trainer.ui import theme
from trainer.ui.workshop.bridge import Bridge
from trainer.ui.workshop.projector import paper
from trainer.ui.workshop.projector.foot import modules, paint_code
from trainer.ui.workshop.projector.views.calm import Hills
from trainer.ui.workshop.projector.window import ProjectorWindow
from trainer.workshop.state import Phase
from trainer.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trainer.ui.workshop.projector.paper import Ink
    from trainer.ui.workshop.projector.sheet import Placed


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


def test_parts_stand_on_the_wall_in_both_languages(qtbot: QtBot, tmp_path: Path) -> None:
    bridge = Bridge(translated(tmp_path))
    window = ProjectorWindow(bridge)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    assert bridge.do("begin")
    walk_to(bridge.workshop, "threes")
    bridge._look()
    told = "\n".join(_words(window))
    assert "You act" in told
    assert "행동하기" in told
    # Whoever runs the workshop may choose another one, or none, whatever the plan says.
    for chosen in ("", "fr", "vi"):
        assert bridge.do("second", language=chosen)
        assert "행동하기" not in "\n".join(_words(window))
        bridge.workshop.do("jump", segment=0)
        bridge._look()
        told = "\n".join(_words(window))
        assert ("Bienvenue" in told) == (chosen == "fr"), chosen
        assert "환영합니다" not in told
        assert window.page.ink.second == window._ink().second
        assert (window.teller.telling.second is not None) == (chosen == "fr")
    assert bridge.do("second", language="ko")
    assert "환영합니다" in "\n".join(_words(window))
    assert window.page.ink.second == window._ink().second
    assert "CJK KR" in window.page.ink.second[0]
    window.close()
    bridge.close()


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


PRIVATE = ("zebra", "quagga", "okapi", "gnu")
"""Words that stand in what only the facilitator may see, and nowhere else."""


def test_nothing_private_is_ever_in_the_window(room: Room) -> None:
    note = next(one for beats in room.workshop.making.beats for one in beats if one.notes).notes
    room.at("train", Phase.ASK)
    room.do("care", name="Ana zebra", where="by the door")
    vote_all(room.workshop, {"-not-sure": 2})
    room.workshop.do("pause", voter="v0", comes=True, where="third row, quagga")
    room.workshop.do("ask", voter="v1", text="What of the okapi?")
    room.workshop.do("park", text="Ask about the gnu", owner="")
    room.looked()
    tree = "\n".join(_tree(room.window))
    for _step in range(40):
        told = room.told() + tree
        assert not [one for one in (*PRIVATE, note) if one in told]
        before = room.workshop.state
        room.do("next")
        tree = "\n".join(_tree(room.window))
        if room.workshop.state is before:
            break
    # A question is read by everybody only when the facilitator shows it, word for word.
    room.do("handle", question=1, how="shown")
    assert "What of the okapi?" in room.told()


def _tree(window: QWidget) -> Iterator[str]:
    """What a screen reader is told of the window, whatever hides behind a widget."""
    waiting = [QAccessible.queryAccessibleInterface(window)]
    while waiting:
        one = waiting.pop()
        if one is None or not one.isValid():
            continue
        yield from (one.text(kind) for kind in QAccessible.Text if kind.value < 8)
        waiting.extend(one.child(number) for number in range(one.childCount()))


def test_a_screen_reader_is_told_the_page(room: Room) -> None:
    room.at("train", Phase.SCENE)
    tree = "\n".join(_tree(room.window))
    seen = room.window.teller.telling.seen
    assert seen.text in tree
    assert "in a subway car" in tree
    assert room.window.page.accessibleName() == "The 8:10 to Harbor"


def test_frozen_the_room_stays_and_a_blank_covers_all(room: Room) -> None:
    room.at("train", Phase.SCENE)
    room.do("freeze", on=True)
    before = room.told()
    for _step in range(3):
        room.do("next")
    assert room.told() == before
    room.do("blank", on=True)
    assert "A moment of quiet" in room.told()
    assert "Harbor" not in room.told()
    assert room.window.page.sheet is not None
    assert room.window.page.sheet.picture is None
    room.do("blank", on=False)
    assert room.told() == before


def test_while_people_come_in_the_plan_does_not_speak_to_who_leads_it(qtbot: QtBot) -> None:
    room = Room(qtbot)
    told = room.told()
    plan = room.workshop.material.plan
    assert plan.title in told
    assert plan.summary not in told
    room.window.close()
    room.bridge.close()


def test_the_content_note_comes_before_any_of_the_scene(room: Room) -> None:
    room.at("train")
    assert "No reason needed" in room.told()
    assert room.window.page.sheet is not None
    assert room.window.page.sheet.picture is None
    room.do("next")
    assert room.window.page.sheet.picture is not None


def test_too_few_answers_are_not_shown_how(room: Room) -> None:
    room.at("train", Phase.ASK)
    vote_all(room.workshop, {"-not-sure": 3, "-nothing": 1})
    room.do("next")
    room.do("next")
    told = room.told()
    assert "Too few people answered" in told
    labels = [one.text() for one in room.window.findChildren(QLabel) if not one.isHidden()]
    assert not [one for one in labels if one.endswith(", 3")]


def test_passes_stand_side_by_side(room: Room) -> None:
    room.at("train", Phase.ASK)
    offered = [one.id for one in room.workshop.state.at.run.at.offered]  # type: ignore[union-attr]
    for first, then in ((12, 6), (5, 13)):
        vote_all(room.workshop, {offered[0]: first, offered[1]: then})
        room.do("next")
        room.do("next")
        if first == 12:
            room.do("open")
    room.do("compare")
    told = room.told()
    assert "Vote 1, Vote 2" in told
    assert ", 12, 5" in told
    assert ", 6, 13" in told


def test_the_timer_counts_down_rings_once_and_shows_it(room: Room) -> None:
    room.at("threes")
    room.do("next")
    rang: list[bool] = []
    room.window.teller.rang.connect(lambda: rang.append(True))
    room.do("timer", seconds=65)
    assert "1:05" in room.told()
    room.clock.go(6)
    room.window.teller._time_went_on()
    assert "0:59" in room.told()
    room.clock.go(60)
    room.window.teller._time_went_on()
    room.window.teller._time_went_on()
    assert "The bell: change now, please." in room.told()
    assert rang == [True]
    room.do("timer", seconds=30)
    room.clock.go(1)
    room.do("ring")
    assert rang == [True, True]


def test_how_to_join_is_read_and_scanned(room: Room) -> None:
    assert "KITE72" not in room.told()
    url = "http://192.168.4.20:8080/#KITE72"
    room.do("door", code="KITE72", salt="ab", care="secret", url=url)
    assert "192.168.4.20:8080, KITE72" in room.told()
    assert "secret" not in room.told()
    assert "or show your hand" not in room.told()
    room.at("train", Phase.ASK)
    assert "or show your hand" in room.told()
    open_ = room.window.grab().toImage()
    room.do("close")
    assert "or show your hand" not in room.told()
    assert room.told().count("The vote is closed") == 1
    assert "192.168" not in room.told()
    room.do("open")
    room.looked()
    assert room.window.grab().toImage() == open_
    made = segno.make(url, error="m", micro=False, boost_error=False)
    assert [list(row) for row in modules(url)] == [
        [bool(one) for one in row] for row in made.matrix
    ]
    picture = QImage(400, 400, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    paint_code(painter, QRectF(0, 0, 400, 400), url)
    painter.end()
    side = 400 / (len(modules(url)) + 6)
    for y, row in enumerate(modules(url)):
        for x, dark in enumerate(row):
            at = picture.pixelColor(int((x + 3.5) * side), int((y + 3.5) * side))
            assert (at.lightness() < 60) == dark
    room.do("shut")
    assert "KITE72" not in room.told()


def test_a_break_says_when_it_goes_on_by_itself(qtbot: QtBot) -> None:
    room = Room(qtbot, "ninety-minutes")
    room.do("begin")
    plan = room.workshop.material.plan
    [(key, pause)] = [(k, one) for k, one in plan.segments.items() if one.kind is Kind.BREAK]
    room.at(key)
    assert f"{pause.minutes}:00" in room.told()
    assert "Back at " in room.told()
    back = room.window.teller.telling.back
    room.clock.go(60)
    room.window.teller._time_went_on()
    assert f"{pause.minutes - 1}:00" in room.told()
    assert room.window.teller.telling.back == back
    room.do("next")
    assert room.window.teller.telling.left is None
    room.clock.go(60)
    room.do("back")
    assert f"{pause.minutes - 1}:00" in room.told()
    room.window.close()
    room.bridge.close()


def test_captions_stand_on_a_strip_of_their_own(room: Room) -> None:
    room.do("strip", text="她說她沒事。")
    assert "她說她沒事。" in room.told()
    room.do("strip")
    assert "她說她沒事。" not in room.told()


def test_its_palette_is_its_own(room: Room) -> None:
    look = theme.look()
    light = room.window.grab().toImage().pixelColor(4, 4)
    room.window.set_dark(True)
    dark = room.window.grab().toImage().pixelColor(4, 4)
    assert light.lightness() > 200 > 60 > dark.lightness()
    # The picture of a scene is painted in it, and the program's own look is as it was.
    room.at("train", Phase.SCENE)
    room.window.grab()
    assert theme.look() is look


def test_it_is_set_anew_in_another_size(room: Room) -> None:
    room.window.resize(1024, 768)
    QApplication.processEvents()
    sheet = room.window.page.sheet
    assert sheet is not None
    assert sheet.page == paper.page(room.window.page.size())


def test_what_moves_stops_with_reduced_motion(room: Room) -> None:
    teller = room.window.teller
    dressed = theme.look()
    try:
        for reduced in (False, True):
            theme._look = replace(dressed, reduced_motion=reduced)
            room.do("breathe", on=True)
            running = teller._breathing.state() is QVariantAnimation.State.Running
            assert running is not reduced
            room.do("breathe", on=False)
            assert teller._breathing.state() is QVariantAnimation.State.Stopped
    finally:
        theme._look = dressed


def test_every_block_stays_inside_its_box(qtbot: QtBot) -> None:
    """What is painted over its edge would cover what stands beside it."""
    for found in every(*HEAVY).values():
        made = composed(found[0], WIDE)
        assert made.ink is not None
        for one in made.placed:
            if isinstance(one.block, Hills):
                continue
            assert not _outside(one, made.ink), one.block.spoken


def _outside(placed: Placed, ink: Ink) -> bool:
    edge = 24
    box = placed.box
    size = box.size().toSize()
    picture = QImage(size.width() + 2 * edge, size.height() + 2 * edge, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    painter.translate(edge - box.left(), edge - box.top())
    placed.block.paint(painter, box, placed.size, ink)
    # All that may be painted is wiped away; letters may hang out of their line a little.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.fillRect(box.adjusted(-4, -7, 4, 7), 0)
    painter.end()
    return bool(bytes(picture.constBits()).strip(b"\0"))


def test_a_clock_that_goes_on_paints_only_itself(room: Room) -> None:
    room.at("reasons")
    room.do("timer", seconds=65)
    page = room.window.page
    QApplication.processEvents()
    painted: list[QRect] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted.append(event.rect())
            return False

    watch = Watch()
    page.installEventFilter(watch)
    room.clock.go(1)
    room.window.teller._time_went_on()
    QApplication.processEvents()
    assert painted
    assert all(one.height() < page.height() / 5 for one in painted)
    # What is left is what a whole picture has.
    partly = page.grab().toImage()
    page.update()
    assert page.grab().toImage() == partly
    room.do("next")
    QApplication.processEvents()
    assert painted[-1] == page.rect()
