"""What the page has of keeping: the chip, and the sheets that ask what nobody else can decide."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.authoring.called import title_of
from trainer.authoring.keeping import versions
from trainer.authoring.keeping.kept import State
from trainer.authoring.keeping.versions import Why
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.ui.authoring.keeping import beside
from trainer.ui.authoring.keeping.chip import SavedChip
from trainer.ui.authoring.keeping.keeper import Keeper
from trainer.ui.authoring.keeping.moving import save_as
from trainer.ui.authoring.keeping.named import Named
from trainer.ui.authoring.keeping.outside import Outside
from trainer.ui.authoring.keeping.writer import Writer
from trainer.ui.dialogs import ErrorSheet
from trainer.ui.paper.saving_as import ask_where
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.comparing.sides import Question
    from trainer.authoring.keeping.aside import Unsaved
    from trainer.authoring.keeping.kept import Kept
    from trainer.authoring.keeping.versions import Content
    from trainer.ui.authoring.frame.bar import MoreButton
    from trainer.ui.authoring.keeping.clash_sheet import ClashSheet
    from trainer.ui.authoring.workbench import Workbench
    from trainer.ui.paper.saving_as import Ask

PAUSE: Final = 1.5
"""Seconds without a letter after which a sheet may come."""


class Keeping(QObject):
    """Opens, saves, and asks; ``chip`` says how the file stands.

    Signals:
        went_on(): what was not saved when the program ended is here again, as somebody chose.

    """

    went_on = Signal()

    def __init__(self, bench: Workbench, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.bench = bench
        self.context = bench.context
        self.keeper = Keeper(bench, self)
        self.keeper.resting.watch(page)
        # What only reads and compares: no saving waits for it.
        self.looker = Writer(self)
        self.chip = SavedChip(self.keeper)
        self.chip.wanted.connect(self.look_at_both)
        self.keeper.found.connect(self._ask_what_becomes)
        self.keeper.not_saved.connect(self._tell_not_saved)
        self._has_saved = False
        self._named = Named(bench)
        self.keeper.saved.connect(self._note_saved)
        self.keeper.held.connect(self._tell_held)
        self.outside = Outside(self.keeper, self)
        self.outside.asked.connect(self._ask_which)
        self._clash: ClashSheet | None = None
        self.ask: Ask = ask_where
        self._typed = -PAUSE
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.look_at_both)

    def note_letter(self) -> None:
        """Note that somebody types: no sheet comes in between."""
        self._typed = monotonic()

    def open(self, path: Path) -> bool:
        """Open a file; tell whether it is shown."""
        return self.keeper.open(path)

    def offer(self, menu: MoreButton) -> None:
        """Add to a menu what is seldom done."""
        menu.offer(_("Earlier versions …"), self.show_versions, possible=self._is_open)
        menu.offer(_("Save in another place …"), self.save_as, possible=self._is_open)
        menu.offer(_("Give away a copy …"), self.give_away, possible=self._is_open)

    def _is_open(self) -> bool:
        return self.keeper.shown is not None

    def save(self) -> None:
        """Save everything that was changed; where nothing is to be saved, say so."""
        if self.keeper.state is State.SAVED:
            self.context.announce(_("All of it is saved already."))
            self.chip.say_nothing_new()
        self.keeper.save()

    def save_as(self) -> None:
        """Ask for another place, and save there."""
        shown = self.keeper.shown
        if shown is None:
            return
        kinds = _("Scenarios and other texts (*.yaml)")
        path = shown.document.path
        chosen = ask_where(self._page, _("Save in another place"), str(path), kinds)
        if chosen:
            place = Path(chosen)
            save_as(self.keeper, shown, place if place.suffix else place.with_suffix(".yaml"))

    def give_away(self) -> None:
        """Lay a copy where somebody else can have it: the file as it was saved."""
        from trainer.ui.authoring.giving import giving

        shown = self.keeper.shown
        if shown is not None:
            self.keeper.writer.flush()
            document = shown.document
            window = self._page.window()
            giving.give(self.context, document.path, title_of(document), window, self.ask)

    def left(self) -> None:
        """Keep what is not saved; the page is not shown any more."""
        self.keeper.leave()
        if self._has_saved:
            # Who practises next finds it as it was saved, and who leads a workshop, too.
            self._has_saved = False
            self.context.forget_plans()
            QTimer.singleShot(0, self.context, self.context.read_library)

    def _note_saved(self, document: object) -> None:
        self._has_saved = True
        self.bench.unsay()
        if document is not self.bench.document:
            self.bench.saved_beside.emit()
        elif self.bench.document is not None:
            self._named.saved(self.bench.document)

    # What is asked

    def _ask_what_becomes(self, kept: Kept, unsaved: Unsaved) -> None:
        from trainer.ui.authoring.keeping.found_sheet import FoundSheet

        sheet = FoundSheet(self.context, kept, unsaved, self._page.window())
        sheet.wanted.connect(partial(self._go_on, kept, unsaved))
        sheet.unwanted.connect(partial(self._leave_it, kept))
        sheet.open()

    def _leave_it(self, kept: Kept) -> None:
        self.keeper.put_by(kept)
        beside.put_by(self.keeper, kept)

    def _go_on(self, kept: Kept, unsaved: Unsaved) -> None:
        """Bring back what was not saved; a file that is another one now is put together with it."""
        stood = kept.stood
        self.keeper.bring_back(kept, unsaved)
        beside.bring_back(self.keeper, kept)
        if stood is not None and unsaved.base != stood.digest:
            began = versions.with_digest(kept.place, unsaved.base)
            self.outside.put_together(kept, "" if began is None else began.text, stood)
        self.went_on.emit()

    def look_at_both(self) -> None:
        """Ask again which of two shall stay, where that was not decided."""
        if self.keeper.shown is not None:
            self.outside.ask_again(self.keeper.shown)

    def _ask_which(self, kept: Kept, asked: tuple[Question, ...]) -> None:
        from trainer.ui.authoring.keeping.clash_sheet import ClashSheet

        if not self._page.isVisible():
            return
        if self.bench.document is not kept.document:
            said = _("“%(name)s” was changed elsewhere, too. Open it here to look at both.")
            self.context.notice(said % {"name": title_of(kept.document)}, stays=True)
            return
        rest = self._typed + PAUSE - monotonic()
        if rest > 0:
            self._pause.start(round(1000 * rest) + 1)  # Asked anew, of what stands there by then.
            return
        if self._clash is not None:
            self._clash.reject()
        self._clash = sheet = ClashSheet(self.context, kept, asked, self._page.window())
        sheet.decided.connect(partial(self.outside.decide, kept))
        sheet.finished.connect(self._clash_closed)
        sheet.open()

    def _clash_closed(self) -> None:
        self._clash = None

    def _tell_held(self, kept: Kept) -> None:
        from trainer.ui.authoring.keeping.looking_sheet import LookingSheet

        sheet = LookingSheet(self.context, kept, self._page.window())
        sheet.copy_wanted.connect(partial(self.work_on_copy, kept.document.path))
        self.keeper.bench.opened.connect(sheet.look_whether_free)
        sheet.open()

    def work_on_copy(self, path: Path) -> None:
        """Make a copy of a file among one's own, and open that."""
        from trainer.authoring.keeping import own_copies

        author = self.context.settings.author_name
        try:
            taken = {card.id for card in self.context.library.cards()}
            taken |= {one.content.id for one in self.context.plans.plans()}
            place = own_copies.copy(path, taken, author)
        except UpstanderError as error:
            self.context.tell(error)
            return
        self.context.read_library()
        if self.open(place):
            said = _("This is your own copy. It is here: %(path)s")
            self.context.notice(said % {"path": str(place)})

    def show_versions(self) -> None:
        """Open the list of earlier versions."""
        from trainer.ui.authoring.keeping.versions_sheet import VersionsSheet

        shown = self.keeper.shown
        if shown is not None:
            self.keeper.writer.flush()
            window = self._page.window()
            sheet = VersionsSheet(self.context, shown, self.keeper.keeps, self.looker, window)
            sheet.wanted.connect(partial(self.return_to, shown))
            sheet.open()

    def return_to(self, kept: Kept, content: Content) -> None:
        """Let the file be as it was once, as one step; what it is now is kept, too."""
        document = kept.document
        self.keeper.versioning.keep(kept, Why.WORK, document.text, document.arrangement)
        words = _("Return to an earlier version")
        self.keeper.let_be(document, words, content.text, content.arrangement)
        self.bench.say(_("The earlier version is back. It is not saved yet."))

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
