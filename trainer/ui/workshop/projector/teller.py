"""What is to be shown to the room, moment by moment: the workshop's state, and what moves.

It observes and holds no truth of its own. The projector's window and the console's picture of
it each have one, so that both show the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEasingCurve, QLocale, QObject, QTime, QTimer, QVariantAnimation, Signal

from trainer.scenario.translation import best
from trainer.ui import theme
from trainer.ui.workshop.projector.views.view import Telling
from trainer.workshop.telling.room_view import RoomView, What

if TYPE_CHECKING:
    from trainer.ui.workshop.bridge import Bridge

GROWING: Final = 280
"""Milliseconds in which the bars of a result grow."""
BREATH: Final = 10_000
"""Milliseconds of a breath: four parts in, six parts out."""
_IN: Final = 0.4
_STILL: Final = 0.6
_BELL: Final = 5_000
"""Milliseconds for which the room sees that the bell has rung."""


class Teller(QObject):
    """Tells what the room sees.

    Signals:
        changed(): ``telling`` is another one.
        rang(): the bell rings, because it was asked for or because the time is over.
    """

    changed = Signal()
    rang = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.language = bridge.workshop.material.plan.language
        self._rang = bridge.state.rang
        self._over = True
        self._until = (-1, "")
        self._tick = QTimer(self, singleShot=True)
        self._tick.timeout.connect(self._time_went_on)
        self._bell = QTimer(self, singleShot=True, interval=_BELL)
        self._bell.timeout.connect(self.tell)
        self._breathing = QVariantAnimation(self)
        self._breathing.setStartValue(0.0)
        self._breathing.setEndValue(1.0)
        self._breathing.setDuration(BREATH)
        self._breathing.setLoopCount(-1)
        self._breathing.valueChanged.connect(self._breathed)
        self._growing = QVariantAnimation(self)
        self._growing.setStartValue(0.0)
        self._growing.setEndValue(1.0)
        self._growing.setDuration(GROWING)
        self._growing.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._growing.valueChanged.connect(self._grew)
        self.telling = self._now()
        self._over = self.telling.left == 0
        bridge.changed.connect(self._look)
        self._go_on()

    @property
    def second(self) -> str:
        """The language that is shown beside the plan's own, or empty."""
        return self._bridge.state.second

    def _now(self) -> Telling:
        workshop = self._bridge.workshop
        seen = _uncounted(self._bridge.seen(self.language))
        second = _uncounted(self._bridge.seen(self.second)) if self._is_written() else None
        left = None if seen.ends is None else max(0, seen.ends - workshop.t())
        rings = self._bell.isActive()
        return Telling(seen, second, left, breath=_STILL, rings=rings, back=self._back(seen, left))

    def _back(self, seen: RoomView, left: int | None) -> str:
        """Say at what time of day a break is over; asked once for each end, so that it stays."""
        if seen.what is not What.BREAK or seen.ends is None or left is None:
            return ""
        if seen.ends != self._until[0]:
            at = QTime.currentTime().addMSecs(left)
            said = QLocale(self.language).toString(at, QLocale.FormatType.ShortFormat)
            self._until = seen.ends, said
        return self._until[1]

    def _is_written(self) -> bool:
        """Tell whether anything is there in the second language; else only people speak it."""
        every = self._bridge.workshop.material.languages()
        return bool(self.second) and best(every, self.second) not in (None, self.language)

    def _look(self) -> None:
        """Take in that something has changed; votes that nobody sees change nothing."""
        rang = self._bridge.state.rang
        if rang != self._rang:
            self._rang = rang
            self._bell.start()
            self.rang.emit()
        before = self.telling
        self.tell()
        if _shown(before.seen) != _shown(self.telling.seen):
            self._go_on()

    def _go_on(self) -> None:
        """Have move what moves in what is shown now."""
        moves = not theme.reduced_motion()
        what = self.telling.seen.what
        self._growing.stop()
        if what in (What.RESULT, What.COMPARE) and moves:
            self._growing.start()
        if what is What.BREATHE and moves:
            self._breathing.start()
        else:
            self._breathing.stop()

    def tell(self) -> None:
        """Say what is to be shown now, if it is anything else."""
        told = self._now()
        if self._growing.state() is QVariantAnimation.State.Running:
            told = replace(told, grown=self.telling.grown)
        if self._breathing.state() is QVariantAnimation.State.Running:
            told = replace(told, breath=self.telling.breath)
        self._wait(told.left)
        self._put(told)

    def is_another_than(self, before: RoomView) -> bool:
        """Tell whether the room sees something else, and not only that more have answered."""
        return _still(before) != _still(self.telling.seen)

    def _put(self, told: Telling) -> None:
        if told != self.telling:
            self.telling = told
            self.changed.emit()

    def _wait(self, left: int | None) -> None:
        if left:
            self._over = False
            # Until the clock shows another second.
            self._tick.start((left - 1) % 1000 + 1)
        else:
            self._tick.stop()

    def _time_went_on(self) -> None:
        self.tell()
        if self.telling.left == 0 and not self._over:
            self._over = True
            self.rang.emit()

    def _grew(self, grown: float) -> None:
        self._put(replace(self.telling, grown=grown))

    def _breathed(self, at: float) -> None:
        full = at / _IN if at < _IN else (1 - at) / (1 - _IN)
        # As a sine: nobody breathes with corners.
        eased = QEasingCurve(QEasingCurve.Type.InOutSine).valueForProgress(full)
        self._put(replace(self.telling, breath=eased))

    def close(self) -> None:
        """Look away, and stop all that moves."""
        for one in (self._tick, self._bell, self._growing, self._breathing):
            one.stop()


def _still(seen: RoomView) -> RoomView:
    """Give a page without what phones move while nobody does anything here."""
    return replace(seen, votes=tuple(replace(one, answered=0) for one in seen.votes))


def _uncounted(seen: RoomView) -> RoomView:
    """Give a page without how many have joined: it stands nowhere on it, and 500 come at once."""
    return replace(seen, join=replace(seen.join, joined=0)) if seen.join else seen


def _shown(seen: RoomView) -> tuple[object, ...]:
    """Give what makes a page another one, however its numbers change."""
    return (seen.what, *((one.question.id, one.number) for one in seen.votes))
