"""The window's composition root: arguments, places, objects, the first page."""

from __future__ import annotations

import gc
import json
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from trainer import paths
from trainer import settings as settings_file
from trainer.errors import KeepingError
from trainer.language import _
from trainer.progress.store import Store
from trainer.scenario.libraries.library import Library
from trainer.ui import fonts, pages, records
from trainer.ui.context import Context
from trainer.ui.dress import dress
from trainer.ui.errors_hook import ErrorsHook
from trainer.ui.library_reader import LibraryReader
from trainer.ui.starting import first_page
from trainer.ui.window.ending import EndsInOrder
from trainer.ui.window.shell import Shell

if TYPE_CHECKING:
    import argparse

    from trainer.settings import Settings


_LATER = 2_000
"""Milliseconds until what nobody waits for is done."""


def make_application() -> QApplication:
    """Make the application, with the style that our palettes are made for."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    fonts.forget_loaded()
    # As an argument: ``setStyle`` gives the style back, and setting up its class takes 8 ms.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Upstander")
    return app


def library_for(settings: Settings) -> Library:
    """Library of what is built in, the person's own folder, and the folders they added."""
    added = (Path(folder) for folder in settings.folders)
    return Library((paths.built_in_scenarios(), paths.own_scenarios(), *added), paths.cache())


class Program(QObject):
    """One running window, from its first page to its last word.

    Args:
        app: the application.
        context: what the pages share.
        smoke: end once the first page has been painted, and say how long it took.
        started: moment of the start, as ``time.perf_counter`` gives it.

    """

    def __init__(
        self, app: QApplication, context: Context, *, smoke: bool = False, started: float = 0.0
    ) -> None:
        super().__init__()
        self._app = app
        self.context = context
        self._smoke = smoke
        self._started = started
        records.say_who(context)
        self._records = records.Records(context)
        self._reader = LibraryReader(context)
        self._folders = context.settings.folders
        context.settings_changed.connect(self._use_folders)
        self._hook = ErrorsHook(context)
        self.shell = Shell(context)

    def show(self) -> None:
        """Show the first page."""
        self._hook.install()
        if not self._smoke:
            self._reader.read()
        self._was_left = self.context.settings.last_page == pages.LEFT
        self.shell.first_painted.connect(self._painted)
        self.shell.open_page(first_page(self.context))
        self.shell.show()

    def _use_folders(self, settings: Settings) -> None:
        """Offer another library when folders were added or taken out."""
        if settings.folders != self._folders:
            self._folders = settings.folders
            library = library_for(settings)
            library.keeps_index = not self.context.guest
            self.context.use_library(library)

    def _painted(self) -> None:
        if self._smoke:
            taken = round((time.perf_counter() - self._started) * 1000)
            count = len(self.context.library.cards())
            print(json.dumps({"first_paint_ms": taken, "scenarios": count}))
            # At once: what was put off until after the first page would be done on the way out,
            # and pictures are drawn for a window in view only.
            self.shell.hide()
            self._app.exit(0)
            return
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        """Do what can wait until the first page shows."""
        from trainer.ui.clearing_up import ClearingUp

        self._clearing_up = ClearingUp(self)
        self.shell.page_left.connect(self._clearing_up.page_left)
        self._hints = self._app.styleHints()
        self._hints.colorSchemeChanged.connect(self.shell.system_changed)
        # Younger than the oldest Qt that will do.
        self._wishes: Any = getattr(self._hints, "accessibility", lambda: None)()
        for name in ("contrastPreferenceChanged", "motionPreferenceChanged"):
            changed = getattr(self._wishes, name, None)
            if changed is not None:
                changed.connect(self.shell.system_changed)
        self._say_of_settings()
        if self._was_left:
            said = _("From the page of notes, Ctrl Shift Space leads back here.")
            self.context.notice(said, stays=True)
        try:
            self.context.store.backup_if_due()
        except KeepingError as error:
            self.context.notice(error.what, stays=True)
        if paths.workshops().is_dir() and not self.context.guest:
            QTimer.singleShot(_LATER, self, self._look_at_workshops)
        self._send_what_waits()
        # Another person's records, or a sealed profile once it is open.
        self.context.store_changed.connect(self._send_what_waits)

    def _look_at_workshops(self) -> None:
        """Delete the workshops whose date has come, if nobody has become a guest meanwhile."""
        from trainer.ui.workshop import keeping

        if not self.context.guest:
            keeping.look(self.context)

    def _send_what_waits(self) -> None:
        """Go on sending completions, if the learner has switched that on."""
        from trainer.progress import queries

        try:
            with self.context.store.reading() as connection:
                if not queries.is_sending(connection):
                    return
            from trainer.progress.organisation import organisation

            is_on = organisation.begin(self.context.store) is not None
        except KeepingError as error:
            self.context.notice(error.what, stays=True)
            return
        if is_on:
            self.context.outgoing.wake()

    def _say_of_settings(self) -> None:
        """Say why the first question is asked anew."""
        aside = settings_file.set_aside(paths.settings())
        if self.context.settings.keep is None and aside.exists():
            self.context.notice(
                _("Your settings could not be read, and were set aside. What you did is safe."),
                stays=True,
            )


def open_first(settings: Settings, *, smoke: bool) -> tuple[Store, bool] | None:
    """Open what is kept of whoever is alone here; of several, nothing until it is said who."""
    if records.must_ask(settings):
        return Store.in_memory(), False
    return records.open_store(settings) if smoke else records.open_with_help(settings)


def run(args: argparse.Namespace) -> int:
    """Open the window and give the exit status once it is closed.

    ``args.smoke``: show the first page, paint it once, print
    ``{"first_paint_ms": …, "scenarios": …}`` and end. Places and language are set already.

    Raises:
        KeepingError: with ``args.smoke``, where nobody could answer a question.

    """
    started = time.perf_counter()
    # Until the first page shows almost everything that is made stays: collecting in between
    # finds nothing, and takes its time.
    gc.disable()
    settings = settings_file.read(paths.settings())
    app = make_application()
    dress(app, settings)
    opened = open_first(settings, smoke=args.smoke)
    if opened is None:
        return 1
    store, keeps = opened
    context = Context(library_for(settings), store, settings, keeps=keeps)
    program = Program(app, context, smoke=args.smoke, started=started)
    program.shell.first_painted.connect(EndsInOrder(app).listen)
    program.show()
    if not args.smoke:
        # Ctrl + C in the terminal ends it at once: all that was decided is on disk.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    status = app.exec()
    context.store.close()
    # Nor is there anything to be won by collecting once more on the way out.
    gc.freeze()
    gc.enable()
    return int(status)
