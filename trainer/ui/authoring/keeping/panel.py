"""What the page has of keeping: the chip, and the sheets that ask what nobody else can decide."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trainer.language import _
from trainer.ui.authoring.keeping.chip import SavedChip
from trainer.ui.authoring.keeping.keeper import Keeper
from trainer.ui.dialogs import ErrorSheet
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.keeping.aside import Unsaved
    from trainer.authoring.keeping.kept import Kept
    from trainer.errors import UpstanderError
    from trainer.ui.authoring.frame.bar import MoreButton
    from trainer.ui.authoring.workbench import Workbench


class Keeping(QObject):
    """Opens, saves, and asks; ``chip`` says how the file stands."""

    def __init__(self, bench: Workbench, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.bench = bench
        self.context = bench.context
        self.keeper = Keeper(bench, self)
        self.chip = SavedChip(self.keeper)
        self.keeper.found.connect(self._ask_what_becomes)
        self.keeper.not_saved.connect(self._tell_not_saved)

    def open(self, path: Path) -> bool:
        """Open a file; tell whether it is shown."""
        return self.keeper.open(path)

    def offer(self, menu: MoreButton) -> None:
        """Add to a menu what is seldom done."""
        menu.offer(_("Save in another place …"), self.save_as, possible=self._is_open)

    def _is_open(self) -> bool:
        return self.keeper.shown is not None

    def save(self) -> None:
        """Save everything that was changed."""
        self.keeper.save()

    def save_as(self) -> None:
        """Ask for another place, and save there."""
        from trainer.ui.printing import ask_where

        shown = self.keeper.shown
        if shown is None:
            return
        kinds = _("Scenarios and other texts (*.yaml)")
        path = shown.document.path
        chosen = ask_where(self._page, _("Save in another place"), str(path), kinds)
        if chosen:
            place = Path(chosen)
            self.keeper.save_as(shown, place if place.suffix else place.with_suffix(".yaml"))

    def left(self) -> None:
        """Keep what is not saved; the page is not shown any more."""
        self.keeper.leave()

    def _ask_what_becomes(self, kept: Kept, unsaved: Unsaved) -> None:
        from trainer.ui.authoring.keeping.found_sheet import FoundSheet

        sheet = FoundSheet(self.context, kept, unsaved, self._page.window())
        sheet.wanted.connect(partial(self.keeper.bring_back, kept, unsaved))
        sheet.unwanted.connect(partial(self.keeper.put_by, kept, unsaved))
        sheet.open()

    def _tell_not_saved(self, error: UpstanderError) -> None:
        if not self._page.isVisible():
            self.context.tell(error)
            return
        sheet = NotSavedSheet(self.context, error, self._page.window())
        sheet.elsewhere.clicked.connect(self.save_as)
        sheet.open()


class NotSavedSheet(ErrorSheet):
    """Says why something could not be saved, and offers another place."""

    def add_answers(self) -> None:
        """Another place, or not now."""
        close = QuietButton(_("Not now"), self)
        close.clicked.connect(self.reject)
        self.elsewhere = PrimaryButton(_("Save in another place …"), self)
        self.elsewhere.clicked.connect(self.accept)
        self.buttons.addWidget(close)
        self.buttons.addWidget(self.elsewhere)
        self.elsewhere.setFocus()
