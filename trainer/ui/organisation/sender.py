"""Sends what waits in the outbox while the window is open, if the learner has switched that on.

The database stays with the window's thread; the other thread knows a few bytes and a socket.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from trainer.errors import KeepingError
from trainer.progress.organisation import outbox
from trainer.progress.organisation.pacing import Reply, Trouble

if TYPE_CHECKING:
    from trainer.progress.organisation.outbox import Plan
    from trainer.progress.organisation.sending import Request
    from trainer.progress.store import Store
    from trainer.ui.context import Context

LONGEST: Final = 90.0
"""Seconds that a request may take in all."""

_LOOK: Final = 60
_LONGEST_NAP: Final = 600.0


@dataclass(slots=True)
class _Job:
    """One request under way in a thread of its own."""

    store: Store
    plan: Plan
    began: float = field(default_factory=time.monotonic)
    request: Request | None = None
    stopped: bool = False
    reply: SimpleQueue[Reply] = field(default_factory=SimpleQueue)

    def start(self) -> None:
        threading.Thread(target=self._run, name="sender", daemon=True).start()

    def _run(self) -> None:
        try:
            self.reply.put(self._sent())
        except Exception:
            logging.getLogger(__name__).exception("sending failed")
            self.reply.put(Reply(trouble=Trouble.BROKEN))

    def _sent(self) -> Reply:
        from trainer.progress.organisation.sending import Request

        if self.plan.to is None or self.stopped:
            return Reply(trouble=Trouble.TIMEOUT)
        self.request = Request(self.plan.to, [one.statement for one in self.plan.batch])
        return self.request.run()

    def stop(self) -> None:
        self.stopped = True
        if self.request is not None:
            self.request.stop()


class Sender(QObject):
    """Empties the outbox, one request after the other.

    Signals:
        changed(): something went, was rejected, or could not be sent.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._job: _Job | None = None
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._go_on)
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._look_for_reply)
        context.runs_changed.connect(self.wake)
        context.store_changed.connect(self._begin_anew)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """Whether a request is under way."""
        return self._job is not None

    def wake(self) -> None:
        """Send what waits, soon."""
        if self._job is None:
            self._next.start(0)

    def stop(self) -> None:
        """End what is under way, and begin nothing; what was not answered waits on."""
        self._next.stop()
        self._look.stop()
        if self._job is not None:
            self._job.stop()
            self._job = None

    def _begin_anew(self) -> None:
        self.stop()
        self.wake()

    def _go_on(self) -> None:
        try:
            plan = outbox.plan(self._context.store)
        except KeepingError as error:
            logging.getLogger(__name__).warning("the outbox cannot be read: %s", error.details)
            return
        if plan.batch:
            self._job = _Job(self._context.store, plan)
            self._job.start()
            self._look.start()
        elif plan.wait is not None:
            # Not in one go: the clock may be set, the computer may sleep.
            self._next.start(round(min(plan.wait, _LONGEST_NAP) * 1000) + 1)

    def _look_for_reply(self) -> None:
        job = self._job
        if job is None:
            self._look.stop()
        elif not job.reply.empty():
            self._take(job, job.reply.get())
        elif time.monotonic() - job.began > LONGEST:
            job.stop()
            self._take(job, Reply(trouble=Trouble.TIMEOUT))

    def _take(self, job: _Job, reply: Reply) -> None:
        self._look.stop()
        self._job = None
        try:
            outbox.settle(job.store, job.plan.batch, reply)
        except KeepingError as error:
            # The same goes once more, some time: with the same ids it counts once.
            logging.getLogger(__name__).warning("not noted: %s", error.details)
            return
        self.changed.emit()
        self._next.start(0)
