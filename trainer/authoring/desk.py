"""The desk: the files that are being written, and one stack of steps for all of them.

A step is everything that one act has changed, in however many files, and on the map: it is undone
as a whole, before or after saving. What is typed in one go into one field is one step.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring.plain_file import PlainFile
from trainer.authoring.reviews import reviewed_text
from trainer.authoring.source.changing import CannotChangeError
from trainer.authoring.source.splices import in_turn, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path as File

    from trainer.authoring.arrangement import Arrangement
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.authoring.source.splices import Splice

MOST: Final = 1000
"""Steps that can be undone."""

_LONG: Final = 20_000
"""Characters from which on typing is not joined any more, as each letter copies them."""


class Place(NamedTuple):
    """Something in a file that is being written, to look at."""

    document: Document
    path: Path


class Change(NamedTuple):
    """One change of one file, as those who show it need to know it.

    ``splices`` go from the end of the text to its start, so that they can be made one after
    another; there are none if only the ``arrangement`` on the map has changed.
    """

    document: Document
    splices: tuple[Splice, ...] = ()
    back: tuple[Splice, ...] = ()
    arranged: tuple[Arrangement, Arrangement] | None = None

    def reversed(self) -> Change:
        """Give the change that takes this one back."""
        arranged = None if self.arranged is None else (self.arranged[1], self.arranged[0])
        return Change(self.document, self.back, self.splices, arranged)

    def joined(self, then: Change) -> Change | None:
        """Give one change for this and the next, if both are one splice and these touch.

        So undoing what was typed in one go is one splice, however many letters it has.
        """
        if self.arranged or then.arranged or then.document is not self.document:
            return None
        if not len(self.splices) == len(then.splices) == 1 or len(self.splices[0].new) > _LONG:
            return None
        one = joined((self.splices[0], self.back[0]), (then.splices[0], then.back[0]))
        return one and Change(self.document, (one[0],), (one[1],))


@dataclass(eq=False)
class Step:
    """One act. While it goes on, its methods change files; each counts in what the last has left.

    Attributes:
        words: what was done, in the reader's language, as one would say after "Undo:".
        at: where it was done.
        typing: names what was typed in; empty for an act of its own.
        took: what was taken out, if that is not what is shown when it is taken back.
        desk: on which it is done; files that it changes, too, are laid there.
        changes: all that it has changed, in order.

    """

    words: str
    at: Place
    desk: Desk = field(repr=False, compare=False)
    typing: str = ""
    took: Path = ()
    changes: list[Change] = field(default_factory=list)

    def touches(self, documents: Collection[Document]) -> bool:
        """Tell whether it changes one of these."""
        return any(change.document in documents for change in self.changes)

    def is_of(self, document: Document) -> bool:
        """Tell whether it changes a file, or was done while one looked at that.

        What changes a file that nobody opens, such as a translation, is of any.
        """
        at = self.at.document
        return at is document or isinstance(at, PlainFile) or self.touches((document,))

    def splice(self, document: Document, splices: Sequence[Splice]) -> None:
        """Change some characters; the splices all count in the text as it is now.

        Raises:
            CannotChangeError: the file is only looked at.

        """
        if splices:
            self.desk.need_free(document)
            done = in_turn(splices)
            self.arrange(document, reviewed_text.before(document, done))
            self.changes.append(Change(document, done, document.apply(done)))

    def put(self, document: Document, path: Path, data: Data) -> None:
        """Let data stand at a place; None takes it away.

        Raises:
            CannotChangeError: what ought to hold it is not there, or the text is broken.

        """
        self.splice(document, document.put(path, data))

    def insert(self, document: Document, path: Path, data: Data) -> None:
        """Put an entry into a list, before the one at ``path``, or at its end.

        Raises:
            CannotChangeError: there can be no such list, or the text is broken.

        """
        self.splice(document, document.insert(path, data))

    def rename(self, document: Document, path: Path, name: str) -> None:
        """Give a key another name, in its place; what refers to it stays as it is.

        Raises:
            CannotChangeError: it is not there, the other one is, or the text is broken.

        """
        self.splice(document, document.rename(path, name))

    def arrange(self, document: Document, arrangement: Arrangement) -> None:
        """Change how a scenario lies on the map.

        Raises:
            CannotChangeError: the file is only looked at.

        """
        if arrangement != document.arrangement:
            self.desk.need_free(document)
            self.changes.append(Change(document, arranged=(document.arrangement, arrangement)))
            document.arrangement = arrangement


class Desk:
    """Files that are being written, with what was done to them.

    Attributes:
        documents: those that are open, by path.
        here: the one that is looked at: what is undone is of it. None: of any.
        listeners: called with what has changed, and where, after each step, undone ones included.
        wake: called before a file is changed: one that was left for others is held again, or
            is fixed if somebody else has it.

    """

    def __init__(self) -> None:
        self.documents: dict[File, Document] = {}
        self.here: Document | None = None
        self.listeners: list[Callable[[Sequence[Change], Place], None]] = []
        self.wake: Callable[[Document], object] = _is_awake
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._going_on = False

    def add(self, document: Document) -> Document:
        """Lay a file on the desk; one of the same path that lies there already stays, and is given.

        The file's text is not looked at.
        """
        return self.documents.setdefault(document.path, document)

    def move(self, document: Document, path: File) -> None:
        """Let a file that lies on the desk be another one from now on; its steps stay."""
        self.documents.pop(document.path, None)
        document.path = path
        self.documents[path] = document

    def drop(self, document: Document) -> None:
        """Take a file off the desk, with what was done to it; of a step, all else stays."""
        self.documents.pop(document.path, None)
        if self.here is document:
            self.here = None
        for steps in (self._done, self._undone):
            for step in steps:
                step.changes = [one for one in step.changes if one.document is not document]
                if step.at.document is document and step.changes:
                    step.at = Place(step.changes[0].document, ())
            steps[:] = [step for step in steps if step.changes]

    def need_free(self, document: Document) -> None:
        """Make sure that a file may be changed.

        Raises:
            CannotChangeError: it is only looked at.

        """
        self.wake(document)
        if document.fixed:
            raise CannotChangeError(())

    # Steps

    @contextmanager
    def step(self, words: str, at: Place, typing: str = "") -> Iterator[Step]:
        """Do one act. If it raises, nothing of it was done.

        Args:
            words: what is done, for the menu of undoing.
            at: where it is done; undoing shows it again.
            typing: names what is typed in: as long as it stays the same, and :meth:`pause` is
                not called, it is one step.

        """
        if self._going_on:
            raise RuntimeError("a step inside a step")
        step = Step(words, at, self, typing)
        self._going_on = True
        try:
            yield step
        except BaseException:
            self._go([change.reversed() for change in reversed(step.changes)])
            raise
        finally:
            self._going_on = False
        if step.changes:
            self._undone.clear()
            self._keep(step)
            self._tell(step.changes, at)

    def pause(self) -> None:
        """Let what is typed from now on be another step."""
        if self._done:
            self._done[-1].typing = ""

    @property
    def undoes(self) -> Step | None:
        """The step that would be undone."""
        return self._next(self._done)

    @property
    def redoes(self) -> Step | None:
        """The step that would be done again."""
        return self._next(self._undone)

    def _next(self, steps: Sequence[Step]) -> Step | None:
        """Give the last step of the file that is looked at, or the one that has to go before it.

        What was done since to other files stands beside it: only where both are in a file, such
        as in one where a name was replaced in all, the later step goes first.
        """
        here, found = self.here, None
        for step in reversed(steps):
            if here is None or step.is_of(here):
                found = step
                break
        last = None
        while found is not last and found is not None:
            last, files = found, [change.document for change in found.changes]
            found = next(step for step in reversed(steps) if step is last or step.touches(files))
        return found

    def undo(self) -> Step | None:
        """Take back the last step of what is looked at; give it, or None if there is none.

        Raises:
            CannotChangeError: a file of it is only looked at.

        """
        step = self.undoes
        if step is None:
            return None
        self._need_all_free(step)
        self._done.remove(step)
        step.typing = ""
        self._undone.append(step)
        changes = [change.reversed() for change in reversed(step.changes)]
        self._go(changes)
        self._tell(changes, step.at)
        return step

    def redo(self) -> Step | None:
        """Do again what was undone last; give it, or None if there is nothing.

        Raises:
            CannotChangeError: a file of it is only looked at.

        """
        step = self.redoes
        if step is None:
            return None
        self._need_all_free(step)
        self._undone.remove(step)
        self._done.append(step)
        self._go(step.changes)
        self._tell(step.changes, step.at)
        return step

    def _need_all_free(self, step: Step) -> None:
        for document in {change.document: None for change in step.changes}:
            self.need_free(document)

    def _keep(self, step: Step) -> None:
        last = self._done[-1] if self._done else None
        together = last is not None and last.at.document is step.at.document
        if last is not None and together and step.typing and last.typing == step.typing:
            for change in step.changes:
                one = last.changes[-1].joined(change)
                last.changes[-1:] = [last.changes[-1], change] if one is None else [one]
            return
        self._done.append(step)
        del self._done[:-MOST]

    def _go(self, changes: Sequence[Change]) -> None:
        for change in changes:
            if change.splices:
                change.document.apply(change.splices)
            if change.arranged is not None:
                change.document.arrangement = change.arranged[1]

    def _tell(self, changes: Sequence[Change], at: Place) -> None:
        for listener in list(self.listeners):
            listener(changes, at)


def _is_awake(_document: Document) -> None:
    """Nothing is left for others."""
