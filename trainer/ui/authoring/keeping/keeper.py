"""Keeps what is written: opens files, saves them, keeps aside what is not saved.

A second after a key at the latest, what was typed lies on the disk: beside the file, until it is
saved. Leaving the page or closing the window asks nothing, and the next time it is here again.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.authoring.desk import Place
from trainer.authoring.keeping import aside, files, in_order, kept, pieces, side
from trainer.authoring.keeping.kept import Kept, OutsideError, State
from trainer.authoring.keeping.versions import Why
from trainer.errors import UpstanderError
from trainer.language import _, ngettext
from trainer.ui.authoring.keeping import beside
from trainer.ui.authoring.keeping.failing import Failing
from trainer.ui.authoring.keeping.holds import Holds
from trainer.ui.authoring.keeping.resting import Resting
from trainer.ui.authoring.keeping.versioning import Versioning
from trainer.ui.authoring.keeping.writer import Writer, nothing_to_do

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from trainer.authoring.arrangement import Arrangement
    from trainer.authoring.desk import Change
    from trainer.authoring.document import Document
    from trainer.authoring.keeping.aside import Unsaved
    from trainer.authoring.keeping.kept import Writing, Written
    from trainer.ui.authoring.workbench import Workbench

SOON: Final = 500
"""Milliseconds after which what was typed is kept aside, also while typing goes on."""

AT_ONCE: Final = 400_000
"""Characters up to which a file is saved before anything else is done."""


class Keeper(QObject):
    """What is open, and how it stands to the disk.

    Attributes:
        open_files: by document, what is known of its file.

    Signals:
        state_changed(): :attr:`state` is another one, or another file is shown.
        saved(object): a document was saved.
        not_saved(object): the ``UpstanderError`` that kept one from being saved.
        found(object, object): a :class:`Kept`, and what was not saved of it when the program
            was ended by force; somebody must say what becomes of it.
        differs(object): a :class:`Kept` whose file was changed elsewhere.
        held(object): a :class:`Kept` that somebody else has open.

    """

    state_changed = Signal()
    saved = Signal(object)
    not_saved = Signal(object)
    found = Signal(object, object)
    differs = Signal(object)
    held = Signal(object)

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.context = bench.context
        self.writer = Writer(self)
        self.open_files: dict[Document, Kept] = {}
        self._aside: dict[Document, tuple[int, Arrangement]] = {}
        self._busy: set[Document] = set()
        self.holds = Holds(self)
        self.resting = Resting(self)
        self.versioning = Versioning(self)
        self.failing = Failing(self)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._keep_aside)
        self._timer.timeout.connect(self.resting.rest_soon)
        bench.desk.listeners.append(self._told)
        bench.opened.connect(self.state_changed)

    @property
    def shown(self) -> Kept | None:
        """What is known of the file that is shown."""
        document = self.bench.document
        return None if document is None else self.open_files.get(document)

    @property
    def state(self) -> State | None:
        """How the file that is shown stands; None if none is."""
        return None if self.shown is None else self.shown.state

    @property
    def keeps(self) -> bool:
        """Whether something may be kept in the home."""
        return self.context.keeps and not self.context.guest

    # Opening

    def open(self, path: Path) -> bool:
        """Open a file and show it; if it cannot be, say why and leave what is shown."""
        path = path.absolute()
        self.resting.is_away = False
        try:
            there = self.at(files.resolved(path))
            if there is not None:
                self.resting.open_again(there)
                return True
            opened = kept.opened(path)
        except UpstanderError as error:
            self.context.tell(error)
            return False
        self.holds.take(opened)
        self.open_files[opened.document] = opened
        self.bench.show(opened.document)
        if not opened.understood:
            self.context.notice(_("What was arranged on the map cannot be read; it is kept."))
        if opened.document.fixed:
            self.held.emit(opened)
        else:
            self.look_for_unsaved(opened)
        return True

    def at(self, place: Path) -> Kept | None:
        """Give what is known of the open file that lies at a place; None if none does."""
        return next((one for one in self.open_files.values() if one.place == place), None)

    def look_for_unsaved(self, opened: Kept) -> None:
        """Bring back what was not saved of a file, or have somebody asked about it."""
        unsaved = aside.find(opened.place)
        document = opened.document
        if unsaved is None:
            pass
        elif (unsaved.text, unsaved.arrangement) == (document.text, document.arrangement):
            self._forget_aside(opened)
        elif unsaved.left and unsaved.ours and unsaved.base == opened.base:
            self.bring_back(opened, unsaved)
            self.bench.say(_("What you had not saved is here again. It is not saved yet."))
        else:
            opened.found = unsaved
            self.found.emit(opened, unsaved)
            return
        beside.bring_back(self, opened)

    def bring_back(self, opened: Kept, unsaved: Unsaved) -> None:
        """Go on with what was not saved, as one step that can be undone."""
        opened.found = None
        if not unsaved.ours:
            self.do(partial(aside.put_by, opened.place))  # It is not asked about again.
        words = _("Go on with what was not saved")
        self.let_be(opened.document, words, unsaved.text, unsaved.arrangement)

    def put_by(self, opened: Kept) -> None:
        """Leave the file as it is; what was not saved of it stays where it can be found.

        That is also done before anything else is kept aside, as long as nobody has answered.
        """
        unsaved, opened.found = opened.found, None
        if unsaved is not None:
            self.do(partial(in_order.put_by, opened.place, unsaved, home=self.keeps))

    def is_settled(self, one: Kept) -> bool:
        """Tell whether all of a file is saved, and nothing is still to be written or asked."""
        waits = self._timer.isActive() or one.document in self._busy or one.found is not None
        return one.state is State.SAVED and not waits

    def do(self, act: Callable[[], object]) -> None:
        """Have something done that nobody waits for."""
        self.writer.do(act, nothing_to_do, nothing_to_do)

    def let_be(
        self, document: Document, words: str, text: str, lies: Arrangement | None = None
    ) -> None:
        """Let a text be another one, as one step that changes as little as can be."""
        with self.bench.desk.step(words, Place(document, ())) as step:
            step.splice(document, pieces.splices_to(document.text, text))
            if lies is not None:
                step.arrange(document, lies)

    # Keeping aside

    def _told(self, changes: Sequence[Change], _at: Place) -> None:
        for change in changes:
            if change.document not in self.open_files:
                self._begin(change.document)
        if not self._timer.isActive():
            self._timer.start(SOON)
        self.state_changed.emit()

    def _begin(self, document: Document) -> None:
        """Keep a document that another part has laid on the desk."""
        self.open_files[document] = one = kept.laid(document)
        if self.holds.has_room:
            self.holds.take(one)

    def _keep_aside(self, *, left: bool = False) -> None:
        for one in self.open_files.values():
            document = one.document
            now = (document.version, document.arrangement)
            is_kept = self._aside.get(document) == now and not left
            if document.fixed or one.rests or is_kept:
                continue
            if document in self._busy:
                self._timer.start(SOON)
                continue
            self._aside[document] = now
            self.put_by(one)
            if document.is_changed:
                self.versioning.keep_work(one)
                self._busy.add(document)
                act = partial(aside.keep, one.place, one.unsaved(left=left), home=self.keeps)
                self.writer.do(act, partial(self._kept_aside, one), partial(self._not_aside, one))
            else:
                self._forget_aside(one)

    def _kept_aside(self, one: Kept, _nothing: None) -> None:
        self._busy.discard(one.document)
        one.unkept = False
        self._count_unkept()
        if not one.document.is_changed and not one.is_saving:
            self._forget_aside(one)  # It was saved while this waited.
        self.resting.rest_soon()

    def _count_unkept(self) -> None:
        """Say how much goes with the window, so that it asks before it closes."""
        self.context.unwritten = sum(
            one.unkept and one.document.is_changed for one in self.open_files.values()
        )

    def _not_aside(self, one: Kept, error: Exception) -> None:
        self._busy.discard(one.document)
        self._aside.pop(one.document, None)
        if one.unkept:
            return
        one.unkept = True
        self._count_unkept()
        self.context.tell(
            UpstanderError(
                _("What you write cannot be kept aside at the moment."),
                _("It stays here until you close the window."),
                _("Save it, in another place if need be."),
                str(error),
            )
        )

    def keep_soon(self, one: Kept) -> None:
        """Have what is written kept aside soon, though nobody has typed."""
        self._aside.pop(one.document, None)
        self._timer.start(SOON)
        self.state_changed.emit()

    @staticmethod
    def failed(error: Exception) -> None:
        """Raise what ought not to happen where it is logged and told."""
        raise error

    def _forget_aside(self, one: Kept) -> None:
        self.put_by(one)
        self.do(partial(aside.forget, one.place))

    def leave(self) -> None:
        """Keep all that is not saved, and wait until it is on the disk."""
        self.writer.flush()
        self._timer.stop()
        self._keep_aside(left=True)
        self.writer.flush()
        self.resting.left()

    # Saving

    def save(self) -> None:
        """Save all files that were changed: what one step has changed in several, too."""
        shown = self.shown
        changed = [one for one in self.open_files.values() if one.wants_saving(one is shown)]
        if shown is not None and shown.document.fixed:
            self.held.emit(shown)
        for one in changed:
            # Of many, none keeps the window waiting.
            self.save_one(one, at_once=len(changed) == 1)
        if len(changed) > 1:
            count = len(changed)
            said = ngettext("%(n)d file is being saved.", "%(n)d files are being saved.", count)
            self.context.notice(said % {"n": count})

    def save_one(self, one: Kept, *, at_once: bool = True) -> None:
        """Save one file; ``at_once``: before anything else is done, unless it is long."""
        if one.document.fixed or one.is_saving:
            return
        if one.theirs is not None:
            self.differs.emit(one)
            return
        self.bench.desk.pause()
        self.put_by(one)
        one.is_saving = True
        self.state_changed.emit()
        given, unsaved = kept.writing(one), one.unsaved()
        self.writer.do(
            partial(in_order.save, given, unsaved, home=self.keeps),
            partial(self._saved, one, given),
            partial(self._not_saved, one, unsaved),
        )
        self.versioning.keep_work(one)
        if at_once and len(given.text) <= AT_ONCE:
            self.writer.flush()

    def _saved(self, one: Kept, given: Writing, written: Written) -> None:
        one.is_saving, one.error = False, None
        one.took(written.stood)
        one.side_stamp = files.stamp_of(side.place(one.place))
        self.versioning.keep(one, Why.SAVED, given.text, given.arrangement)
        if written.side_error is None:
            one.document.saved_arrangement = given.arrangement
            one.understood = one.understood or given.lies_anew
        else:
            self.context.notice(_("The story is saved; where its scenes stand on the map is not."))
        if one.document.is_changed:
            # What was typed meanwhile goes back on what is saved now.
            self._aside.pop(one.document, None)
            self._timer.start(SOON)
        self._count_unkept()
        self.resting.rest_soon()
        self.saved.emit(one.document)
        self.state_changed.emit()
        self.failing.saved()

    def _not_saved(self, one: Kept, unsaved: Unsaved, error: Exception) -> None:
        one.is_saving = False
        if isinstance(error, OutsideError):
            self.state_changed.emit()
            self.failing.tell()
            self.differs.emit(one)
            return
        if not isinstance(error, OSError):
            self.failed(error)
            return
        found = aside.find(one.place)
        is_kept = found is not None and found.text == unsaved.text
        one.error, one.is_aside = files.cannot_save(one.place, error, aside=is_kept), is_kept
        self.state_changed.emit()
        self.failing.add(one)

    def let_go(self, one: Kept) -> None:
        """Forget a file that is open: nothing writes it again."""
        self.holds.release(one)
        del self.open_files[one.document]
        self._aside.pop(one.document, None)
        self.bench.desk.drop(one.document)
        one.document.fixed = True
        self._count_unkept()
        self.bench.steps_changed.emit()
        self.state_changed.emit()

    def go_on_at(self, one: Kept, path: Path, given: Writing, written: Written) -> None:
        """Go on in another place, where a file was just saved."""
        self._forget_aside(one)
        self.holds.release(one)
        self.bench.desk.move(one.document, path)
        one.place, one.theirs, one.understood = given.place, None, True
        self.holds.take(one)
        self._saved(one, given, written)
        self.bench.opened.emit()
