"""One file that is being written, and what is known of it on the disk."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from trainer import paths
from trainer.authoring.document import Document
from trainer.authoring.keeping import aside, files, holding, side
from trainer.authoring.keeping.holding import HeldError, Hold, Holder
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.plans.known import PACK
from trainer.scenario.files.source import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.authoring.arrangement import Arrangement
    from trainer.authoring.keeping.files import Stamp, Stood
    from trainer.authoring.keeping.pieces import Key


class State(Enum):
    """How what is written stands to what is on the disk."""

    SAVED = auto()
    UNSAVED = auto()
    SAVING = auto()
    ASIDE = auto()
    """It could not be saved, and is kept aside."""
    DIFFERS = auto()
    """The file was changed elsewhere, and what becomes of that is not decided yet."""
    FIXED = auto()
    """It is only looked at."""


class OutsideError(Exception):
    """The file is not what it was when it was last read: somebody else has written it."""


@dataclass
class Kept:
    """A document, and its file as it was last read or written.

    Attributes:
        document: what is written.
        place: where the file really lies, links followed.
        stood: what stood there last; None if it is not there yet, or not any more.
        understood: whether what says how it lies on the map was understood.
        hold: the lock, if this program has the file open to write.
        holder: who else has, if the document is fixed for that.
        rests: whether it was saved and left, so that others may have it open to write.
        comes_in: whether what was changed elsewhere is being taken in, whoever has it open.
        error: why it could not be saved the last time.
        theirs: what somebody else has written there, while that is not decided on.
        asked: the pieces about which somebody was asked then: they are asked again, as long as
            they have not answered, whatever is written here meanwhile.
        began: the text that both have begun with then.
        gone: whether the file is not there any more.
        side_stamp: that of the file which says how it lies on the map.
        is_saving: whether it is being saved.
        unkept: whether what is written could not even be kept aside.
        is_aside: whether what could not be saved the last time was kept aside.
        found: what was found that was not saved, while nobody has said what becomes of it.

    """

    document: Document
    place: Path
    stood: Stood | None = None
    understood: bool = True
    hold: Hold | None = None
    holder: Holder | None = None
    rests: bool = False
    comes_in: bool = False
    error: UpstanderError | None = None
    theirs: Stood | None = None
    is_saving: bool = False
    unkept: bool = False
    is_aside: bool = False
    found: aside.Unsaved | None = field(default=None, repr=False)
    began: str = field(default="", repr=False)
    asked: frozenset[Key] = frozenset()
    gone: bool = False
    side_stamp: Stamp | None = None

    @property
    def state(self) -> State:
        """How it stands."""
        if self.document.fixed:
            return State.FIXED
        if self.is_saving:
            return State.SAVING
        if self.theirs is not None:
            return State.DIFFERS
        if not self.document.is_changed:
            return State.SAVED
        return State.UNSAVED if self.error is None else State.ASIDE

    @property
    def base(self) -> str:
        """Digest of what stood in the file last, empty if it is not there."""
        return "" if self.stood is None or self.gone else self.stood.digest

    @contextmanager
    def taking_in(self) -> Iterator[None]:
        """Let what was changed elsewhere come in, whoever has the file open to write."""
        fixed, rests = self.document.fixed, self.rests
        self.document.fixed = self.rests = False
        self.comes_in = True
        try:
            yield
        finally:
            self.comes_in = False
            self.document.fixed, self.rests = fixed, rests

    def release(self) -> None:
        """Let others hold the file."""
        if self.hold is not None:
            self.hold.release()
            self.hold = None

    def wants_saving(self, shown: bool) -> bool:
        """Whether to save it when all are; one that is gone, only if it is what is looked at."""
        is_asked = shown and self.theirs is not None
        return is_asked or (self.document.is_changed and (shown or not self.gone))

    def unsaved(self, *, left: bool = False) -> aside.Unsaved:
        """Give what is to be kept aside now."""
        document = self.document
        now = datetime.now(UTC)
        return aside.Unsaved(document.text, document.arrangement, self.base, now, left)

    def took(self, stood: Stood) -> None:
        """Take note of what stands in the file now."""
        self.stood, self.theirs, self.began, self.gone = stood, None, "", False
        self.asked = frozenset()
        self.document.saved = stood.text

    def lost(self) -> None:
        """Take note that the file is not there any more: nothing of it is saved."""
        self.gone = True
        self.document.saved = ""


class Writing(NamedTuple):
    """What is to be saved of a file, as it is at one moment; made in one thread, saved in any."""

    place: Path
    stood: Stood | None
    text: str
    arrangement: Arrangement
    scenes: frozenset[str] | None
    """Names of the scenes that are there; None if that is not known."""
    lies_anew: bool
    """Whether the map has changed since it was saved."""
    understood: bool


class Written(NamedTuple):
    """What was saved."""

    stood: Stood
    side_error: OSError | None = None


def opened(path: Path) -> Kept:
    """Open a file, to be looked at until it is held.

    One that is not there is empty, if something was kept aside of it.

    Raises:
        UpstanderError: it cannot be read.

    """
    place = files.resolved(path)
    _need_no_pack(place)
    if files.stamp_of(place) is None and aside.find(place) is not None:
        return Kept(Document(path, ""), place)
    stood = files.read(place)
    document = Document(path, stood.text)
    arrangement, understood = side.read(place)
    document.arrangement = document.saved_arrangement = arrangement
    document.fixed = comes_along(place)
    side_stamp = files.stamp_of(side.place(place))
    return Kept(document, place, stood, understood, side_stamp=side_stamp)


def _need_no_pack(place: Path) -> None:
    """Say what a file is that tells of a folder, before somebody makes a scenario of it."""
    if place.name == PACK and files.stamp_of(place) is not None:
        raise UpstanderError(
            _("%(name)s says whose the files of this folder are. It is no scenario.")
            % {"name": place.name},
            _("Nothing was changed."),
            _("Change it in a text editor; “upstander check” says whether it is right."),
        )


def laid(document: Document) -> Kept:
    """Take a document that another part has laid on the desk; what was not saved of it is found."""
    place = document.path.resolve()
    found = aside.find(place)
    found = None if found is None or found.text == document.text else found
    return Kept(document, place, files.as_read(place, document.saved), found=found)


def take_hold(kept: Kept) -> bool:
    """Hold a file open to write; tell whether that was possible. If not, it is only looked at."""
    try:
        kept.hold, kept.holder = Hold(kept.place), None
    except HeldError as error:
        kept.holder = error.holder
    kept.document.fixed = kept.hold is None
    return kept.hold is not None


def comes_along(place: Path) -> bool:
    """Tell whether a file comes with the program: then it is never changed."""
    brought = (paths.built_in_scenarios(), paths.assets())
    return any(place.is_relative_to(one.resolve()) for one in brought)


def may_be_written(path: Path) -> bool:
    """Tell whether a file that is not open here may be: it is ours, and nobody else has it open."""
    try:
        place = files.resolved(path)
    except UpstanderError:
        return False
    return not comes_along(place) and not holding.is_held(place)


def writing(kept: Kept) -> Writing:
    """Take what is to be saved now."""
    document = kept.document
    known = not document.stale and document.broken is None and document.scenes()
    return Writing(
        kept.place,
        kept.stood,
        document.text,
        document.arrangement,
        frozenset(document.scenes()) if known else None,
        document.arrangement != document.saved_arrangement,
        kept.understood,
    )


def save(given: Writing, *, over: bool = False) -> Written:
    """Save; what somebody else has written there meanwhile is never written over.

    Args:
        given: what is to be saved.
        over: whether what stands there may be anything: a person has chosen the place.

    Raises:
        OutsideError: the file is another one now.
        OSError: it could not be written; what stood there is as it was.

    """
    stood = given.stood
    now = files.stamp_of(given.place)
    if not over and now is not None:
        _need_unchanged(given.place, stood)
    if stood is None or now is None or over or stood.text != given.text:
        stood = files.write(given.place, given.text, bom=stood is not None and stood.bom)
    try:
        if given.lies_anew:
            _save_side(given)
    except OSError as error:
        return Written(stood, error)
    return Written(stood)


def _need_unchanged(place: Path, stood: Stood | None) -> None:
    if stood is None:
        raise OutsideError
    try:
        found, _stat = files.raw(place, LARGEST + 1)
    except FileNotFoundError:
        return
    if files.digest(found) != stood.digest:
        raise OutsideError


def _save_side(given: Writing) -> None:
    lies = given.arrangement
    if given.scenes is not None:
        lies = side.only_of(lies, given.scenes)
    side.write(given.place, lies, understood=given.understood)
