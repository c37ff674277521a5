"""Notices what somebody else writes into the file, and puts it together with what is written.

A version control, another editor, a second window: the file is looked at when the system says
that it has changed, and when the window gets the focus. What can be put together is, as one step
that can be undone, and said; what cannot is asked.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from trainer.authoring.called import Names, title_of
from trainer.authoring.comparing.sides import Question, questions
from trainer.authoring.desk import Place
from trainer.authoring.keeping import files, kept, side
from trainer.authoring.keeping.differing import Difference, difference, summary
from trainer.authoring.keeping.merging import Merged, merge
from trainer.authoring.keeping.pieces import forget, splices_to
from trainer.authoring.keeping.versions import Why
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.scenario.files.collector import collector_paused
from trainer.ui.authoring.keeping.keeper import AT_ONCE
from trainer.ui.authoring.keeping.words import told

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from trainer.authoring.keeping.files import Stamp, Stood
    from trainer.authoring.keeping.kept import Kept
    from trainer.authoring.keeping.pieces import Key
    from trainer.authoring.source.splices import Splice
    from trainer.ui.authoring.keeping.keeper import Keeper

SETTLE: Final = 150
"""Milliseconds that a file must stay the same, so that nothing half written is read."""


class _Outcome(NamedTuple):
    """What putting together has given, all of it worked out aside."""

    merged: Merged
    splices: list[Splice]
    what: Difference
    asked: tuple[Question, ...] = ()


class Outside(QObject):
    """Watches the file that is shown.

    Signals:
        asked(object, object): a :class:`Kept`, and the :class:`Question` s that somebody must
            decide; :meth:`decide` takes the answer.
    """

    asked = Signal(object, object)

    def __init__(self, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=SETTLE)
        self._timer.timeout.connect(self.look)
        self._seen: Stamp | None = None
        self._told: Stamp | None = None
        self._watcher.fileChanged.connect(self._soon)
        self._watcher.directoryChanged.connect(self._soon)
        keeper.bench.opened.connect(self._watch)
        keeper.saved.connect(self._watch)
        keeper.differs.connect(self._take_to_save)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._soon)

    # Noticing

    def _watch(self) -> None:
        """Watch the file, and its folder: what is replaced as a whole is another file."""
        one = self._keeper.shown
        wanted = [] if one is None else [str(one.place), str(one.place.parent)]
        there = [*self._watcher.files(), *self._watcher.directories()]
        if old := [path for path in there if path not in wanted]:
            self._watcher.removePaths(old)
        if new := [path for path in wanted if path not in there]:
            self._watcher.addPaths(new)
        self._soon()

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def look(self) -> None:
        """Look whether the file that is shown is what it was."""
        one = self._keeper.shown
        if one is None or one.is_saving or kept.comes_along(one.place):
            return
        stamp = files.stamp_of(one.place)
        if stamp is None:
            self._tell_gone(one)
            return
        self._look_at_the_map(one)
        if one.stood is not None and not one.gone and stamp == one.stood.stamp:
            self._look_whether_free(one)
        elif stamp != self._seen:
            self._seen = stamp
            self._timer.start()
        elif one.theirs is None or one.theirs.stamp != stamp:
            self._watch_again(one)
            self.take(one)

    def _watch_again(self, one: Kept) -> None:
        if str(one.place) not in self._watcher.files():
            self._watcher.addPath(str(one.place))

    def _look_whether_free(self, one: Kept) -> None:
        """Write in a file that another window has let go."""
        if one.holder is None or one.hold is not None or self._keeper.resting.is_away:
            return
        self._keeper.holds.take(one)
        if one.hold is not None:
            self._keeper.context.notice(_("Nobody else has the file open now. You can write."))
            self._keeper.bench.opened.emit()
            self._keeper.look_for_unsaved(one)

    def _tell_gone(self, one: Kept) -> None:
        if one.gone or one.stood is None:
            return
        one.lost()
        self._keeper.keep_soon(one)
        said = _("%(name)s is not there any more. All of it is kept here; saving writes it again.")
        self._keeper.context.notice(said % {"name": one.place.name}, stays=True)

    def _look_at_the_map(self, one: Kept) -> None:
        stamp = files.stamp_of(side.place(one.place))
        if stamp == one.side_stamp:
            return
        one.side_stamp = stamp
        theirs, one.understood = side.read(one.place)
        document = one.document
        if not one.understood or document.fixed:
            return
        lies = side.together(document.saved_arrangement, document.arrangement, theirs)
        document.saved_arrangement = theirs
        desk = self._keeper.bench.desk
        with one.taking_in(), desk.step(_("Changed elsewhere"), Place(document, ())) as step:
            step.arrange(document, lies)
        self._keeper.state_changed.emit()

    # Putting together

    def _take_to_save(self, one: Kept) -> None:
        """Take it because somebody wants to save: if that cannot be, they are told each time."""
        self._told = None
        self.take(one)

    def take(self, one: Kept) -> None:
        """Take what stands in the file now, or say why that cannot be."""
        try:
            stood = files.read(one.place)
        except UpstanderError as error:
            stamp = files.stamp_of(one.place)
            if stamp != self._told:
                self._told = stamp
                self._keeper.context.tell(error)
            return
        if one.stood is not None and stood.digest == one.stood.digest:
            one.took(stood)
            self._keeper.state_changed.emit()
            return
        began = one.stood.text if one.theirs is None and one.stood is not None else one.began
        self.put_together(one, began, stood)

    def put_together(
        self, one: Kept, began: str, theirs: Stood, taken: Mapping[Key, bool] | None = None
    ) -> None:
        """Put together what is written here and there, both begun with one text."""
        one.theirs, one.began = theirs, began
        ours = one.document.text
        self._keeper.writer.do(
            partial(_work_out, one.document.path, (began, ours, theirs.text), taken, one.asked),
            partial(self._worked_out, one, ours, theirs, taken),
            self._keeper.failed,
        )
        if len(ours) <= AT_ONCE:
            self._keeper.writer.flush()

    def _worked_out(
        self,
        one: Kept,
        ours: str,
        theirs: Stood,
        taken: Mapping[Key, bool] | None,
        found: _Outcome,
    ) -> None:
        if one.document.text is not ours:
            # Somebody went on writing.
            self.put_together(one, one.began, theirs, taken)
            return
        self._keeper.state_changed.emit()
        if found.merged.clashes:
            one.asked |= {clash.key for clash in found.merged.clashes}
            self.asked.emit(one, found.asked)
            return
        self._keep_both(one, ours, theirs)
        is_both = ours not in (one.began, theirs.text)
        one.took(theirs)
        self._change(one, found.splices)
        words = (
            _words(one, taken=bool(taken), keeps=self._keeper.keeps)
            if is_both
            else _("“%(name)s” was changed elsewhere. It is shown as it is now.")
        )
        said = words % {"name": title_of(one.document)}
        self._keeper.bench.say(told(said, found.what, Names(one.document)), firm=is_both)
        self._keeper.state_changed.emit()

    def ask_again(self, one: Kept) -> None:
        """Ask once more about what was not decided."""
        if one.theirs is not None:
            self._take_to_save(one)

    def decide(self, one: Kept, taken: Mapping[Key, bool]) -> None:
        """Put together as somebody has decided: by piece, whether theirs is taken."""
        if one.theirs is not None:
            self.put_together(one, one.began, one.theirs, taken)

    def _keep_both(self, one: Kept, ours: str, theirs: Stood) -> None:
        """Keep what each side was, whatever becomes of it."""
        lies = one.document.arrangement
        self._keeper.versioning.keep(one, Why.MINE, ours, lies)
        self._keeper.versioning.keep(one, Why.THEIRS, theirs.text, lies)

    def _change(self, one: Kept, splices: list[Splice]) -> None:
        document = one.document
        desk = self._keeper.bench.desk
        with one.taking_in(), desk.step(_("Changed elsewhere"), Place(document, ())) as step:
            step.splice(document, splices)


def _words(one: Kept, *, taken: bool, keeps: bool) -> str:
    """Say what became of two texts, and whether that is saved."""
    if not one.document.is_changed and not keeps:
        return _("“%(name)s” is now as somebody else has changed it. Ctrl Z brings yours back.")
    if not one.document.is_changed:
        return _(
            "“%(name)s” is now as somebody else has changed it. Yours is under “Earlier versions”."
        )
    if taken:
        return _("“%(name)s” is put together as you chose. It is not saved yet: Ctrl S saves it.")
    return _(
        "“%(name)s” was changed elsewhere, in other places than here. Both are put together here, "
        "and not saved yet: Ctrl S saves it."
    )


def _work_out(
    file: Path,
    sides: tuple[str, str, str],
    taken: Mapping[Key, bool] | None,
    asked: frozenset[Key],
) -> _Outcome:
    began, ours, theirs = sides
    try:
        with collector_paused():
            merged = merge(began, ours, theirs, taken, asked)
            if merged.clashes:
                asks = questions(file, began, ours, theirs, merged.clashes)
                return _Outcome(merged, [], Difference(), asks)
            # Of what is kept here of one's own, nothing changes for who has written it.
            what = difference(summary(ours), summary(merged.text))
            return _Outcome(merged, splices_to(ours, merged.text), what)
    finally:
        forget()
