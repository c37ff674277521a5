"""Reports that shall not be kept: they stay as long as the window, and go with it.

A window that is killed cannot delete them; the next one does, as their date has come.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication

from trainer.errors import KeepingError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context
    from trainer.workshop.after.settling import Settled


class _Going:
    """What goes with a window. No part of Qt: it is there after the rest."""

    def __init__(self, window: QWidget) -> None:
        self.folders: set[Path] = set()
        window.destroyed.connect(self.end)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.end)

    def end(self) -> None:
        """Delete them."""
        from trainer.workshop.keeping import deleting

        while self.folders:
            folder = self.folders.pop()
            try:
                if folder.exists():
                    deleting.delete(folder)
            except KeepingError:
                logging.getLogger(__name__).warning("a report could not be deleted", exc_info=True)


_going: WeakKeyDictionary[Context, _Going] = WeakKeyDictionary()


def note(context: Context, settled: Settled, window: QWidget) -> None:
    """Have a report go with the window if it shall not be kept, and stay otherwise."""
    if settled.folder is None:
        return
    going = _going.get(context)
    if going is None:
        going = _going[context] = _Going(window)
    if settled.keep_days == 0:
        going.folders.add(settled.folder)
    else:
        going.folders.discard(settled.folder)


def folders(context: Context) -> frozenset[Path]:
    """Give the reports that are there as long as the window is."""
    going = _going.get(context)
    return frozenset(going.folders) if going is not None else frozenset()
