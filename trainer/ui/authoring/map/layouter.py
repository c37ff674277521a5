"""Has the map laid out in a process of its own; one that takes too long is ended."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, QTimer, Signal

from trainer.authoring import own_process
from trainer.authoring.layout import worker
from trainer.practice.map_layout import lay_out
from trainer.ui.slices import Slices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.layout.graph import Graph

PATIENCE: Final = 20_000
"""Milliseconds after which a layout is given up, and the quick one stays."""

_AT_ONCE: Final = 60
"""Boxes up to which it takes less time than a process to start."""


_LATER: Final = 60
"""Milliseconds: in a turn of its own, when what shows at first has been painted."""


class Layouter(QObject):
    """Lays out one graph at a time; a new one takes the place of the one before.

    Signals:
        laid_out(object): a ``MapLayout``.
    """

    laid_out = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._slices = Slices(self)
        self._asked: Graph | None = None
        self._begin = QTimer(self, singleShot=True)
        self._begin.timeout.connect(self._ask)
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self.give_up)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.give_up)

    @property
    def is_busy(self) -> bool:
        """Whether a layout is under way."""
        return self._asked is not None or self._process is not None or self._slices.is_busy

    def ask(self, graph: Graph) -> None:
        """Have a graph laid out."""
        self.give_up()
        names, edges = graph.names(), graph.edges()
        if len(names) <= _AT_ONCE and len(edges) <= 4 * _AT_ONCE:
            self.laid_out.emit(lay_out(names, edges, graph.start))
            return
        self._asked = graph
        self._begin.start(_LATER)

    def _ask(self) -> None:
        graph, self._asked = self._asked, None
        if graph is None:
            return
        self._process = process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        process.start(sys.executable, ["-m", worker.__name__])
        process.write(worker.question(graph))
        process.closeWriteChannel()
        self._patience.start(PATIENCE)

    def give_up(self) -> None:
        """End what is under way; nothing is told."""
        self._patience.stop()
        self._slices.stop()
        self._asked = None
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    def _finished(self) -> None:
        process, self._process = self._process, None
        self._patience.stop()
        if process is None:
            return
        answer = worker.Answered(bytes(process.readAllStandardOutput().data()))
        process.deleteLater()
        self._slices.begin(self._reading(answer))

    def _reading(self, answer: worker.Answered) -> Iterator[None]:
        yield from answer.steps()
        if answer.layout is not None:
            self.laid_out.emit(answer.layout)

    def _failed(self) -> None:
        """Stay with what there is: it could not be started, or has ended by itself."""
        process, self._process = self._process, None
        self._patience.stop()
        if process is not None:
            process.deleteLater()


def _environment() -> QProcessEnvironment:
    """Have the process find the same program, wherever it was started from."""
    found = QProcessEnvironment.systemEnvironment()
    found.insert("PYTHONPATH", own_process.environment()["PYTHONPATH"])
    return found
