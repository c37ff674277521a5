"""Has what is shown checked while it is written: the touched scene at once, then the whole.

The scene is read again between two keys, which takes a few milliseconds. The whole is checked
in another process; its answer comes through a thread, so the window never waits for it.
"""

from __future__ import annotations

import datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.authoring.checking.elsewhere import Elsewhere
from trainer.authoring.checking.standing import Standing
from trainer.authoring.document import AT_ONCE
from trainer.authoring.reviews import reviewed_text, reviewing
from trainer.authoring.reviews.reviewing import ReviewedText
from trainer.language import _
from trainer.scenario.model import Status
from trainer.ui.slices import Soon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.authoring.checking.telling import Answer
    from trainer.authoring.desk import Change
    from trainer.authoring.document import Document
    from trainer.ui.authoring.workbench import Workbench

SOON: Final = 40
"""Milliseconds after the last key until the touched scene is read again."""

LATER: Final = 300
"""Milliseconds after the last key until the whole is checked."""

AT_LATEST: Final = 1.5
"""Seconds of typing after which the whole is checked nevertheless."""

AFTER_A_PAUSE: Final = 250
"""Milliseconds after the last key until it is looked whether a review was of another text."""

_SLICE: Final = 0.008
"""Seconds of reading again between two looks at what the person does."""


class _Post(QObject):
    """Brings answers from a thread to the window's; it lives as long as either needs it."""

    came = Signal(object)


class Watch(QObject):
    """Keeps ``bench.problems`` true."""

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent or bench)
        self.bench = bench
        self.standing: Standing | None = None
        self._post = post = _Post()
        self._elsewhere = Elsewhere(lambda answer: post.came.emit(answer))
        post.came.connect(self._answered)
        self._soon, self._later = QTimer(self), QTimer(self)
        self._reading = Soon(self)
        self._reading.due.connect(self._read_on_time)
        for clock, act in ((self._soon, self._reading.start), (self._later, self.ask)):
            clock.setSingleShot(True)
            clock.timeout.connect(act)
        self._telling = Soon(self)
        self._telling.due.connect(self._tell)
        self._typing_since: float | None = None
        self._reviewed: ReviewedText | None = None
        self._as_reviewed = False
        self._said: WeakSet[Document] = WeakSet()
        self._read_on = QTimer(self, singleShot=True)
        self._read_on.timeout.connect(self.look_at_review)
        bench.opened.connect(self._opened)
        bench.changed.connect(self._changed)
        bench.saved_beside.connect(self._look_later)
        self.destroyed.connect(self._elsewhere.close)

    def _opened(self) -> None:
        document = self.bench.document
        self.standing = None if document is None else Standing(document, self.bench.outline)
        self._reviewed = None if document is None else ReviewedText(document)
        self._as_reviewed = False
        self._read_on.start(0)
        self._soon.stop()
        self._typing_since = None
        self._later.start(0)
        self._tell()

    def _changed(self, changes: Sequence[Change]) -> None:
        if self.standing is None:
            return
        self.standing.changed(changes)
        if self.bench.checking is not self.standing.state:
            # Only that it is being checked: the views move their marks along by themselves.
            if changes and (self.bench.is_broken or len(self.standing.document.text) <= AT_ONCE):
                self._tell()
            else:
                self.bench.check_again()
                self._telling.start()
        self._soon.start(SOON if changes else 3 * SOON)
        self._read_on.start(AFTER_A_PAUSE)
        now = monotonic()
        if self._typing_since is None:
            self._typing_since = now
        if now - self._typing_since < AT_LATEST or not self._later.isActive():
            self._later.start(LATER)

    def _look_later(self) -> None:
        self._later.start(LATER)

    def look(self) -> None:
        """Read again what has changed, and tell; what takes longer than a moment goes on later."""
        self._read_again()
        self._tell()

    def _read_on_time(self) -> None:
        """Read it again while somebody writes: what is told of it comes in the next turn."""
        self._read_again()
        self._telling.start()

    def _read_again(self) -> None:
        end = monotonic() + _SLICE
        standing = self.standing
        if standing is not None and not standing.look(lambda: monotonic() < end, self.bench.scene):
            self._soon.start(0)

    def look_at_review(self) -> None:
        """Find out whether a review was of another text; that goes on in slices, too."""
        standing, reviewed = self.standing, self._reviewed
        if standing is None or reviewed is None:
            return
        end = monotonic() + _SLICE
        another = reviewed.look(lambda: monotonic() < end)
        if another is None and monotonic() >= end:
            self._read_on.start(0)
        elif another is not None:
            self._note_review(standing.document, another=another)
            if another is not standing.another:
                standing.another = another
                self._tell()

    def _note_review(self, document: Document, *, another: bool) -> None:
        """Say once to whoever changes what was reviewed that it counts as changed from now on."""
        if not another:
            self._as_reviewed = True
            return
        review = reviewing.told(document, datetime.date.today())
        if not self._as_reviewed or document in self._said or review.status != Status.REVIEWED:
            return
        self._said.add(document)
        said = _(
            "%(name)s reviewed the text as it was. From now on it counts as changed since, until "
            "somebody reads it again. Ctrl Z takes the change back."
        ) % {"name": review.by or _("Somebody")}
        see = partial(self.bench.write_at, reviewed_text.STATUS)
        self.bench.say(said, _("See the review"), see, firm=True)

    def ask(self) -> None:
        """Have the whole checked."""
        self._typing_since = None
        if self.standing is not None:
            self._elsewhere.ask(self.standing.question(datetime.date.today()))

    def _answered(self, answer: Answer) -> None:
        standing = self.standing
        if standing is None or answer.question.of is not standing:
            return
        standing.answered(answer)
        # What is read again, and what all panels show of it, comes in turns of its own.
        self._soon.start(0)
        self._telling.start()

    def _tell(self) -> None:
        self._telling.stop()
        standing = self.standing
        if standing is not None:
            analysis = standing.answer.analysis if standing.answer is not None else None
            self.bench.show_problems(
                standing.problems(), standing.state, analysis,
                waits=standing.waits, left=standing.left,
            )  # fmt: skip
