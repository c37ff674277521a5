"""What every page is given: library, records, settings, and the ways to the shell.

Pages know nothing of the window around them. They read ``context.library``,
``context.store`` and ``context.settings``, and ask for things::

    context.open_page("practice", scenario=card.id)      # another page
    context.go_back()                                    # the one before, as it was left
    context.change(text_size=125)                        # settings: kept, and in use at once
    context.notice(_("The run was deleted."), _("Undo"), self._bring_back)
    context.tell(error)                                  # an UpstanderError, to the screen
    context.announce(_("Mrs. Lin turns towards you."))   # to a screen reader

They connect bound methods to the signals; whoever changes runs calls ``runs_changed.emit()``.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from trainer import paths
from trainer import settings as settings_file
from trainer.shortening import upright
from trainer.ui import settings_kept
from trainer.ui.window.trail import Trail

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.drills.collection import Collection as Drills
    from trainer.errors import UpstanderError
    from trainer.help.directory import Directory
    from trainer.help.looking import Wish
    from trainer.pages.collection import Collection as Pages
    from trainer.plans.collection import Collection as Plans
    from trainer.progress.profiles import Profile
    from trainer.progress.sealed.vault import Key
    from trainer.progress.store import Store
    from trainer.scenario.libraries.library import Library
    from trainer.scenario.libraries.searching import FolderList
    from trainer.settings import Settings
    from trainer.ui.folders import Folders
    from trainer.ui.organisation.sender import Sender
    from trainer.ui.plan.drawer import Drawer
    from trainer.ui.practice.keeping import PatientRecorder
    from trainer.ui.speech import Voice


ESCAPE_WITHIN = 1.0
"""Seconds within which Esc is pressed twice to leave quickly."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page that was asked for, and what it shall show."""

    page: str
    what: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who practises from now on; nobody is a guest. ``key`` opens what has a passphrase."""

    person: Profile | None
    key: Key | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Notice:
    """One line at the window's foot; ``act`` is done when its button is pressed.

    One that ``stays`` goes by hand, or with its page. Ctrl Z does no act that stands by ``leave``.
    """

    text: str
    button: str = ""
    act: Callable[[], object] | None = None
    stays: bool = False
    leave: str = ""


class Context(QObject):
    """What the pages share.

    Attributes:
        library: scenarios that can be played, and files that cannot.
        store: what was practised; in memory when nothing is kept.
        settings: frozen; changed by :meth:`change` only.
        reading: (files done, files in all) until the library is read and has something to show.
        keeps: whether what is done stays on this computer.
        person: who practises; None for a guest, and where nothing is kept.
        guest: whether somebody practises as a guest, or nobody has said yet who it is: nothing
            reaches the disk then, not even settings.
        asked: whether it was said who practises, where that is asked.
        is_apart: whether settings that tell of a person are kept with them, not for all.
        trail: pages that one came through.
        escape_leaves: whether Esc twice leaves quickly on the page in view.
        unwritten: how many files that are written hold something that could be kept nowhere.
        wish: what is looked for on "Get help", until the window closes; None before.

    Signals:
        settings_changed(object): a ``Settings``, after it is in use.
        reading_wanted(): the folders shall be looked at again.
        reading_changed(object): how far that is, as in ``reading``.
        stop_reading_wanted(): what has been read until now shall do.
        library_changed(): scenarios came, went, or were read anew.
        runs_changed(): runs or decisions came or went.
        page_wanted(object): a :class:`Wanted`.
        page_likely(str): a page may be asked for soon; it is made ready meanwhile.
        back_wanted(): the page before, as it was left.
        noticed(object): a :class:`Notice`, or None to take away the one that shows.
        told(object): an ``UpstanderError`` for the screen.
        keys_wanted(): the keys of the page in view shall show.
        told_closed(): the sheet about an error was closed.
        announced(object): words for a screen reader.
        leave_wanted(): the window shall turn into the neutral page, at once.
        keeping_chosen(object): True to keep what is done from now on, False to keep nothing.
        deletion_chosen(): everything that was kept shall go.
        person_chosen(object): a :class:`Chosen`: who practises from now on.
        people_changed(): somebody came, went, or has another name or passphrase.
        let_go_wanted(): somebody else shall practise; who, is asked next.
        store_changed(): ``store`` is another one now; pages that stood on the old one go.
        left_quickly(): it did; what sounds or moves must stop.
        organisation_changed(): completions go to an organisation, or do not any more.

    """

    settings_changed = Signal(object)
    reading_wanted = Signal()
    reading_changed = Signal(object)
    stop_reading_wanted = Signal()
    library_changed = Signal()
    runs_changed = Signal()
    page_wanted = Signal(object)
    page_likely = Signal(str)
    back_wanted = Signal()
    noticed = Signal(object)
    told = Signal(object)
    keys_wanted = Signal()
    told_closed = Signal()
    announced = Signal(object)
    leave_wanted = Signal()
    keeping_chosen = Signal(object)
    deletion_chosen = Signal()
    person_chosen = Signal(object)
    people_changed = Signal()
    let_go_wanted = Signal()
    store_changed = Signal()
    left_quickly = Signal()
    organisation_changed = Signal()

    def __init__(self, library: Library, store: Store, settings: Settings, *, keeps: bool) -> None:
        super().__init__()
        self.library = library
        self.store = store
        self.settings = settings
        self.keeps = keeps
        self.person: Profile | None = None
        self.guest = self.asked = self.is_apart = False
        self.reading: tuple[int, int] | None = None
        self.trail = Trail()
        self.escape_leaves, self.unwritten = True, 0
        self.wish: Wish | None = None
        self.told_of_settings, self._escaped = False, float("-inf")
        self.library_changed.connect(self._forget_files)

    @cached_property
    def help(self) -> Directory:
        """The help directory, read when first asked for, and anew when the folders were."""
        from trainer.help import directory

        return directory.read(self._folders())

    @cached_property
    def method(self) -> Pages:
        """Pages about the method, read likewise."""
        from trainer.pages.collection import Collection

        return Collection(self._folders())

    @cached_property
    def drills(self) -> Drills:
        """Drills and cards to think about, read likewise."""
        from trainer.drills.collection import Collection

        return Collection(self._folders())

    @cached_property
    def plans(self) -> Plans:
        """Plans for workshops, read likewise, and anew when one was saved."""
        from trainer.plans.collection import Collection

        return Collection(self._folders(whole=True))

    def forget_plans(self) -> None:
        """Have the plans read anew when they are next asked for."""
        self._forget("plans")

    def _folders(self, *, whole: bool = False) -> tuple[FolderList, ...]:
        """Folders in which other files lie beside scenarios; ``whole``: wait for all of them."""
        folders = (paths.own_scenarios(), *map(Path, self.settings.folders))
        return self._folders_looked_into.look(folders, whole=whole)

    @cached_property
    def _folders_looked_into(self) -> Folders:
        from trainer.ui.folders import Folders

        return Folders(self)

    def _forget_files(self) -> None:
        self._forget("help", "method", "drills", "plans")

    def _forget(self, *names: str) -> None:
        """Let go of what was made when first asked for: it is made anew when asked for again."""
        for name in names:
            vars(self).pop(name, None)

    @cached_property
    def recorder(self) -> PatientRecorder:
        """What keeps the runs: the store, with patience on days when it refuses."""
        from trainer.ui.practice.keeping import PatientRecorder

        return PatientRecorder(self.store)

    @cached_property
    def outgoing(self) -> Sender:
        """What empties the outbox, if the learner has switched that on; made when asked for."""
        from trainer.ui.organisation.sender import Sender

        return Sender(self)

    @property
    def waiting(self) -> int:
        """How much was done that could not be kept, and waits for the disk."""
        made = vars(self)
        papers = self.drawer.papers.waiting if "drawer" in made else 0
        runs = self.recorder.waiting if "recorder" in made else 0
        return papers + runs + self.unwritten

    @cached_property
    def drawer(self) -> Drawer:
        """Where the safety plan and the records of what happened lie."""
        from trainer.ui.plan.drawer import Drawer

        return Drawer(self)

    def open_page(self, page: str, /, **what: Any) -> None:
        """Open a page by its name; ``what`` arrives in its ``open``."""
        self.page_wanted.emit(Wanted(page, what))

    def go_back(self) -> None:
        """Show the page before this one, as it was left; ``trail.latest`` is its name."""
        self.back_wanted.emit()

    def leave_quickly(self) -> None:
        """Turn the window into the neutral page, at once. Runs are kept as ever."""
        self._escaped = float("-inf")
        self.leave_wanted.emit()

    def keep(self, keep: bool) -> None:
        """Keep what is done from now on, or nothing; what was kept before stays."""
        self.keeping_chosen.emit(keep)

    def delete_everything(self) -> None:
        """Delete all that was ever kept, settings included, and begin as at the first start."""
        self.deletion_chosen.emit()

    def practise_as(self, person: Profile | None, key: Key | None = None) -> None:
        """Have somebody practise from now on; None is a guest."""
        self.person_chosen.emit(Chosen(person, key))

    def let_go(self) -> None:
        """Close what is open of the person who practises, and ask who is next."""
        self.let_go_wanted.emit()

    def use_store(self, store: Store, *, keeps: bool) -> None:
        """Keep in another store from now on; the old one is closed."""
        old, self.store, self.keeps = self.store, store, keeps
        self._forget("recorder")
        if old is not store:
            old.close()
        self.store_changed.emit()
        self.runs_changed.emit()

    def use_library(self, library: Library) -> None:
        """Offer the scenarios of another library from now on."""
        self.library = library
        self.read_library()

    def read_library(self) -> None:
        """Look at the scenario folders again; ``library_changed`` tells when it is done."""
        self.reading_wanted.emit()

    def escape_pressed(self) -> None:
        """Count an Esc, wherever it was pressed; the second within a second leaves quickly.

        Whatever takes Esc for itself (a dialog, a list that has dropped down) says so here.
        """
        before, self._escaped = self._escaped, monotonic()
        if self.escape_leaves and self._escaped - before <= ESCAPE_WITHIN:
            self.leave_quickly()

    def escape_is_over(self) -> None:
        """Let the last Esc be none of two: after it somebody has opened something with a key."""
        self._escaped = float("-inf")

    def notice(
        self,
        text: str,
        button: str = "",
        act: Callable[[], object] | None = None,
        *,
        stays: bool = False,
        leave: str = "",
    ) -> None:
        """Show a :class:`Notice`; ``act`` is a bound method.

        After a while it goes by itself, unless it ``stays`` or can be undone.
        """
        self.noticed.emit(Notice(upright(text), button, act, stays or act is not None, leave))

    def tell(self, error: UpstanderError) -> None:
        """Show an error to the person: what happened, what is safe, what to do next."""
        self.told.emit(error)

    def change(self, **changes: Any) -> None:
        """Change settings: in use at once, and kept for the next time.

        What cannot be written holds until the window closes, and that is said once.
        """
        changed = dataclasses.replace(self.settings, **changes)
        if changed == self.settings:
            return
        self.settings = changed
        self.save_settings()
        self.settings_changed.emit(changed)

    def remember(self, **changes: Any) -> None:
        """Note settings that nobody set: the last page, the window's place. Kept on closing."""
        self.settings = dataclasses.replace(self.settings, **changes)

    def larger(self) -> None:
        """Set everything one step larger."""
        self._step_size(1)

    def smaller(self) -> None:
        """Set everything one step smaller."""
        self._step_size(-1)

    def usual_size(self) -> None:
        """Set everything at 100 %."""
        self.change(text_size=100)

    def _step_size(self, by: int) -> None:
        at = settings_file.TEXT_SIZES.index(self.settings.text_size) + by
        if 0 <= at < len(settings_file.TEXT_SIZES):
            self.change(text_size=settings_file.TEXT_SIZES[at])

    def save_settings(self) -> None:
        """Write the settings; where that fails it is said once, and they hold till the end."""
        settings_kept.at_once(self)

    def announce(self, text: str) -> None:
        """Have a screen reader say what has appeared."""
        self.announced.emit(text)

    @cached_property
    def voice(self) -> Voice:
        """The voice that reads aloud; made when first asked for."""
        from trainer.ui.speech import Voice

        voice = Voice(self)
        self.left_quickly.connect(voice.stop)
        return voice
