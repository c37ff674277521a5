"""What the panels of the editor share: the desk, what is shown, and what is selected.

A panel observes the workbench and never another panel. It changes something by a step, and shows
what has changed when it is told, also of its own changes.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.authoring.called import Names
from trainer.authoring.checking.state import State
from trainer.authoring.desk import Change, Desk, Place, Step
from trainer.authoring.document import AT_ONCE, CannotChangeError
from trainer.authoring.following import Around, followed, scenes_of
from trainer.authoring.outline import Outliner
from trainer.authoring.plainly.told import tell
from trainer.authoring.source.parts import SPLIT
from trainer.language import _
from trainer.ui.authoring import steps_told
from trainer.ui.authoring.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from trainer.authoring.ahead import First
    from trainer.authoring.document import Document
    from trainer.authoring.outline import Outline
    from trainer.authoring.plainly.told import Told
    from trainer.authoring.source.lines import Path
    from trainer.scenario.exploring.analysis import Analysis
    from trainer.scenario.problems import Problem
    from trainer.ui.context import Context


class Workbench(QObject):
    """What is being written.

    Attributes:
        desk: the files, and what was done to them.
        document: the one that is shown.
        path: what is selected in it. It is there, and follows what is renamed.
        problems: what is wrong with it, by place; the places are right after each change.
        checking: whether all of it has been checked as it is now.
        analysis: its figures, as of when all of it was last checked; None after an error.
        waits: whether errors keep the rest from being looked at; what was seen there before is
            among the problems.
        left: what the author has left as it is; it is not among the problems.
        way: scenes of the way that was played last, in order, as far as it still goes.

    Signals:
        opened(): another document is shown.
        changed(object): a tuple of :class:`Change` was made to the document that is shown, by a
            step, or by undoing or redoing one. An empty one: a long text has been read as a
            whole, so what stands in it is known again.
        steps_changed(): what can be undone or done again is something else now.
        selected(object): the path of what is selected; empty for the file as a whole.
        problems_changed(): :attr:`problems`, :attr:`checking`, :attr:`analysis`, :attr:`waits` or
            :attr:`left` are others.
        wanted(object): the path of what a panel wants to be written in now: the form stands on it.
        way_changed(): :attr:`way` is another one.
        find_wanted(object): what a panel wants to be looked for, an :class:`Asked`.
        returned(object): the path of what is there again, as undoing or redoing brought it back.
        ordered(): the scenes stand in the order of the story again.
        saved_beside(): another file was saved, such as a translation: what is wrong may be, too.

    """

    opened = Signal()
    changed = Signal(object)
    steps_changed = Signal()
    selected = Signal(object)
    problems_changed = Signal()
    wanted = Signal(object)
    way_changed = Signal()
    find_wanted = Signal(object)
    returned = Signal(object)
    ordered = Signal()
    saved_beside = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.desk = Desk()
        self.desk.listeners.append(self._told)
        self.document: Document | None = None
        self.path: Path = ()
        self.problems: tuple[Problem, ...] = ()
        self.checking = State.CHECKING
        self.analysis: Analysis | None = None
        self.waits = False
        self.left: tuple[Problem, ...] = ()
        self.way: tuple[str, ...] = ()
        self._outliner: Outliner | None = None
        self._scenes: list[str] = []
        self._said: tuple[Step | None, bool] | None = None
        self._passing = self._first_due = self._untold = False
        self._told_at = -1
        self._goes_to: Callable[[], Path] | None = None
        self._first_wanted: Path = ()
        self._lines: tuple[Document, int, bool, tuple[Problem, ...], list[Told]] | None = None
        context.noticed.connect(self._other_notice)
        self._reading = Reading(self)
        self._reading.done.connect(self._was_read)

    # What is shown

    def show(self, document: Document) -> None:
        """Show a document; it is laid on the desk if it does not lie there yet."""
        if document is not self.document:
            self._unsay_of_another(document)
        self.document = self.desk.here = self.desk.add(document)
        self._outliner = Outliner(self.document)
        self.path, self.problems, self.way = (), (), ()
        self.checking, self.analysis, self.waits = State.CHECKING, None, False
        self.left, self._first_due = (), False
        self._reading.want(self.document, at_once=True)
        self._scenes = scenes_of(self.document) or []
        self.opened.emit()
        self.select(())

    def has_scenes(self) -> bool:
        """Tell whether what is shown is a scenario; other files have no scenes."""
        return self.document is not None and self.document.is_scenario

    @property
    def is_broken(self) -> bool:
        """Whether the text cannot be read just now, so that what shows is what was."""
        return self.document is not None and self.document.broken is not None

    def first(self) -> First | None:
        """Give what shows at first of a long text that has just been read, and is so still."""
        found = None if self.document is None else self._reading.first(self.document)
        return found if found is not None and found.outline is self.outline() else None

    @property
    def names(self) -> Names:
        """How scenes, and what the story remembers, are called in the shown document."""
        return Names(self.document)

    def outline(self) -> Outline:
        """Give the outline of what is shown.

        Raises:
            RuntimeError: nothing is.

        """
        if self._outliner is None:
            raise RuntimeError("no document")
        return self._outliner.outline()

    def put_in_order(self) -> None:
        """Let the scenes stand as the story goes: while ways change, they stay where they are."""
        if self._outliner is not None:
            self._outliner.put_in_order()
            self.ordered.emit()

    def select(self, path: Path) -> None:
        """Select something in the document; each panel shows it in its own way.

        In the place of a scene that is not there any more, the one that took it is selected.
        """
        if self.document is not None:
            path = followed(path, self.document, self._scenes)
        if self._passing and path != self.path:
            self.unsay()
        self.path = path
        self.selected.emit(path)

    def select_first(self, wanted: Path = ()) -> None:
        """Select a place, or the scene that the story starts with, as soon as these are known."""
        self._first_wanted = wanted
        self._first_due = self.document is not None and self.document.waits
        first = self._first()
        if first and not self._first_due:
            self.select(first)

    def _first(self) -> Path:
        if self._first_wanted and self.has(self._first_wanted):
            return self._first_wanted
        outline = self.outline()
        return (SPLIT, outline.start) if outline.start in outline.scenes else ()

    def has(self, path: Path) -> bool:
        """Tell whether there is something at a path, or a thing of which it is a field."""
        document = self.document
        if document is None:
            return False
        if path[:1] == (SPLIT,) and len(path) > 1:
            return path[1] in self.outline().scenes
        return document.find(path[:2]) is not None or (document.is_scenario and len(path) == 1)

    @property
    def scene(self) -> str | None:
        """Name of the scene in which the selection is, or None."""
        inside = len(self.path) > 1 and self.path[0] == "scenes"
        return str(self.path[1]) if inside else None

    def write_at(self, path: Path) -> None:
        """Select something and have it written in."""
        self.select(path)
        self.wanted.emit(path)

    def check_again(self) -> None:
        """Take note that what is known is not checked any more; what is wrong is told soon."""
        self.checking, self._untold = State.CHECKING, True

    def has_told(self) -> bool:
        """Whether :attr:`problems` count in the text as it is; if not, they are told soon."""
        document = self.document
        if document is None or len(document.text) <= AT_ONCE:
            return True
        self._untold |= self._told_at != document.version
        return self._told_at == document.version

    def show_problems(
        self,
        problems: Sequence[Problem],
        checking: State = State.CHECKED,
        analysis: Analysis | None = None,
        *,
        waits: bool = False,
        left: Sequence[Problem] = (),
    ) -> None:
        """Let these be what is wrong now, and what the whole comes to."""
        found = tuple(problems)
        found = self.problems if found == self.problems else found  # What these come to is known.
        told = (found, checking, analysis, waits, tuple(left))
        known = (self.problems, self.checking, self.analysis, self.waits, self.left)
        untold, self._untold = self._untold, False
        self._told_at = -1 if self.document is None else self.document.version
        if untold or told != known:
            self.problems, self.checking, self.analysis, self.waits, self.left = told
            self.problems_changed.emit()

    def lines(self) -> list[Told]:
        """Give the problems as the author is told of them: each panel counts the same lines."""
        document = self.document
        if document is None:
            return []
        known = self._lines
        if known is None or known[3] is not self.problems or known[:3] != self._state_of(document):
            made = tell(document, self.problems)
            self._lines = known = (*self._state_of(document), self.problems, made)
        return known[4]

    @staticmethod
    def _state_of(document: Document) -> tuple[Document, int, bool]:
        return document, document.version, document.stale

    def show_way(self, way: Sequence[str]) -> None:
        """Let this be the way that was played last."""
        if tuple(way) != self.way:
            self.way = tuple(way)
            self.way_changed.emit()

    # Steps

    @contextmanager
    def step(self, words: str, path: Path | None = None, typing: str = "") -> Iterator[Step]:
        """Do one act in the document that is shown; a change that cannot be made is told.

        Args:
            words: what is done, as one would say after "Undo:".
            path: where it is done; what is selected, if None.
            typing: names what is typed in; see :meth:`Desk.step`.

        """
        if self.document is None:
            raise RuntimeError("no document")
        at = Place(self.document, self.path if path is None else path)
        try:
            with self.desk.step(words, at, typing) as step:
                yield step
        except CannotChangeError:
            self.say(steps_told.why_not(self.document), passing=True)

    def say(
        self,
        text: str,
        button: str = "",
        act: Callable[[], object] | None = None,
        *,
        firm: bool = False,
        passing: bool = False,
    ) -> None:
        """Show a notice about the last step: it goes when that is not the last one any more.

        A ``passing`` one says why nothing was done: it goes as soon as one goes elsewhere, too.

        A ``firm`` one stays until the step is undone, or all is saved: nobody here has made it,
        and whoever types on has not read it yet.
        """
        self.desk.pause()
        undoes = act is None or act == self.undo
        # Ctrl Z takes back what was written: it stands by no button that does something else.
        leave = "" if undoes else _("Close")
        self.context.notice(text, button, act, stays=firm, leave=leave)
        self._said, self._passing = (self.desk.undoes, firm), passing

    def unsay(self) -> None:
        """Take the notice about a step away, if it still shows."""
        if self._said is not None:
            self.context.noticed.emit(None)

    def _other_notice(self, _notice: object) -> None:
        self._said, self._passing = None, False

    def _unsay_what_is_over(self) -> None:
        if self._said is not None:
            step, firm = self._said
            undone = step is not None and step is self.desk.redoes
            if undone if firm else step is not self.desk.undoes:
                self.unsay()

    def _unsay_of_another(self, document: Document) -> None:
        """Take the notice away that is not about what shows now."""
        step = None if self._said is None else self._said[0]
        changes = () if step is None or self._passing else step.changes
        if all(change.document is not document for change in changes):
            self.unsay()

    def undo(self) -> None:
        """Take back the last step, show where it was, and say what it was."""
        self._go(self.desk.undoes, self.desk.undo, steps_told.taken_back)

    def redo(self) -> None:
        """Do again what was taken back last, show where it is, and say what it is."""
        self._go(self.desk.redoes, self.desk.redo, steps_told.done_again)

    def _go(
        self, step: Step | None, act: Callable[[], object], told: Callable[[Step], str]
    ) -> None:
        if step is None:
            return
        document, path = steps_told.place_of(step, self.document)
        taken = step.took or path
        before, around = scenes_of(document) or [], Around(taken, document)

        def goes_to() -> Path:
            # As the step has named it, before or after; what it renames is followed.
            return around.nearest(followed(path, document, before))

        self._goes_to = goes_to
        try:
            act()
        except CannotChangeError:
            self.say(_("Somebody else has a file of this open. It can be changed after that."))
            return
        finally:
            self._goes_to = None
        if document is not self.document:
            self.show(document)
        self.select(goes_to())
        if around.has_returned():
            self.returned.emit(taken)
        if self._said is not None and self._said[1]:
            self.context.announce(told(step))  # What shows nobody may have read yet: it stays.
        else:
            self.say(told(step))

    def _told(self, changes: Sequence[Change], _at: Place) -> None:
        here = tuple(one for one in changes if one.document is self.document)
        if self.document is not None and here:
            self._reading.want(self.document)
            self._tell(here)
        self._unsay_what_is_over()
        self.steps_changed.emit()

    def _was_read(self, document: object) -> None:
        if self.document is None or document is not self.document or self._outliner is None:
            return
        first = self._reading.first(self.document)
        if first is not None:
            self._outliner.know(first.outline)
        due, self._first_due = self._first_due and not self.path, False
        if due:
            self.path = self._first()  # Before another form shows.
        self._tell(())
        if due and self.path:
            QTimer.singleShot(0, self, self._tell_first)  # In a turn of its own.

    def _tell_first(self) -> None:
        self.selected.emit(self.path)

    def _tell(self, changes: Sequence[Change]) -> None:
        """Tell what has changed; what is selected is something that is there, then as before."""
        assert self.document is not None
        goes_to = self._goes_to or partial(followed, self.path, self.document, self._scenes)
        before, self.path = self.path, goes_to()
        scenes = scenes_of(self.document)
        if scenes is not None:
            self._scenes = scenes
        self.changed.emit(changes)
        if self.path != before and self._goes_to is None:
            self.selected.emit(self.path)
