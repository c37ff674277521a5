"""Opening what was kept, on good days and bad ones, and changing whether anything is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trainer import paths
from trainer.errors import HeldElsewhere, KeepingError
from trainer.progress.store import Store
from trainer.settings import Settings

if TYPE_CHECKING:
    from trainer.ui.context import Context


def open_store(settings: Settings) -> tuple[Store, bool]:
    """Open what was kept, or a store in memory where nothing is to be kept.

    Gives the store, and whether it keeps anything.

    Raises:
        KeepingError: what was kept cannot be opened.

    """
    if settings.keep:
        return Store.open(paths.database()), True
    return Store.in_memory(), False


def open_with_help(settings: Settings) -> tuple[Store, bool] | None:
    """Open what was kept; where that fails, say so and offer what can be done.

    None: the person chose to close, or another window holds the records.
    """
    while True:
        try:
            return open_store(settings)
        except KeepingError as error:
            from trainer.ui.bad_start import Answer, ask

            answer = ask(error)
            if answer is Answer.CLOSE or isinstance(error, HeldElsewhere):
                return None
            if answer is Answer.KEEP_NOTHING:
                return Store.in_memory(), False


class Records(QObject):
    """Does what pages ask for about keeping: begins, stops, deletes."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        context.keeping_chosen.connect(self._choose)
        context.deletion_chosen.connect(self._delete_everything)

    def _choose(self, keep: bool) -> None:
        context = self._context
        if keep:
            opened = open_with_help(context.settings.but(keep=True))
            if opened is None:
                return
            store, keeps = opened
        else:
            store, keeps = Store.in_memory(), False
        first = context.settings.keep is None
        context.use_store(store, keeps=keeps)
        # Where somebody looks for help says where they live: it is not left behind.
        place = context.settings.help_place if keep else ""
        context.change(keep=keep, welcome=first or context.settings.welcome, help_place=place)
        if first:
            context.open_page("welcome")

    def _delete_everything(self) -> None:
        from trainer.progress import erasing

        context = self._context
        context.use_store(Store.in_memory(), keeps=False)
        try:
            erasing.erase_everything()
        except KeepingError as error:
            context.tell(error)
            return
        context.settings = Settings(window=context.settings.window)
        context.wish = None
        context.settings_changed.emit(context.settings)
        context.open_page("first-start")
