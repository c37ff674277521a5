"""Opening what was kept, on good days and bad ones, and changing whether anything is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trainer import paths
from trainer.errors import HeldElsewhere, KeepingError
from trainer.language import _
from trainer.progress import profiles
from trainer.progress.store import Store
from trainer.settings import Settings
from trainer.ui import starting
from trainer.ui.context import Chosen
from trainer.ui.window.trail import Trail

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


def must_ask(settings: Settings) -> bool:
    """Tell whether to ask who practises, before anything is opened."""
    return bool(settings.keep) and profiles.must_ask()


def say_who(context: Context) -> None:
    """Note who practises as the window opens; where that has to be asked, nobody yet."""
    place = context.store.path
    if place is not None:
        context.person = profiles.profile(place.parent.name)
    elif must_ask(context.settings):
        context.guest = True
        context.settings = context.settings.but(
            help_place="", last_page="", author_at="", welcome=False
        )


def open_store(settings: Settings, chosen: Chosen | None = None) -> tuple[Store, bool]:
    """Open what was kept, or a store in memory where nothing is to be kept.

    Args:
        settings: what was set.
        chosen: who practises; by default whoever is alone here.

    Gives the store, and whether it keeps anything.

    Raises:
        KeepingError: what was kept cannot be opened.

    """
    if not settings.keep:
        return Store.in_memory(), False
    person = (chosen.person if chosen else None) or profiles.only()
    return Store.open(person.database, key=chosen.key if chosen else None), True


def open_with_help(
    settings: Settings, chosen: Chosen | None = None, parent: QWidget | None = None
) -> tuple[Store, bool] | None:
    """Open what was kept; where that fails, say so and offer what can be done.

    None: the person chose to close, or another window holds the records.
    """
    while True:
        try:
            return open_store(settings, chosen)
        except KeepingError as error:
            from trainer.ui.bad_start import Answer, ask

            answer = ask(error, chosen or Chosen(profiles.only()), parent)
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
        context.person_chosen.connect(self._practise_as)
        context.let_go_wanted.connect(self._let_go)
        context.people_changed.connect(self._look_at_people)

    def _choose(self, keep: bool) -> None:
        context = self._context
        if keep and (context.guest or profiles.must_ask()):
            context.change(keep=True)
            self._let_go()
            return
        if keep:
            opened = open_with_help(context.settings.but(keep=True))
            if opened is None:
                return
            store, keeps = opened
        else:
            store, keeps = Store.in_memory(), False
        first = context.settings.keep is None
        if context.is_apart:
            from trainer.ui.people import own_settings

            context.save_settings()  # what is kept with a person goes there, and stays there
            context.settings = own_settings.without(context.settings)
        context.person = profiles.only() if keeps else None
        context.guest = context.is_apart = False
        context.use_store(store, keeps=keeps)
        # Where somebody looks for help says where they live: it is not left behind.
        place = context.settings.help_place if keep else ""
        context.change(keep=keep, welcome=first or context.settings.welcome, help_place=place)
        if first:
            context.open_page("welcome")

    def _delete_everything(self) -> None:
        from trainer.progress.deletion import erasing

        context = self._context
        self._forget_person()
        context.use_store(Store.in_memory(), keeps=False)
        try:
            erasing.erase_everything()
            said = erasing.looked_again(paths.home(), erasing.left_of_everything())
        except KeepingError as error:
            context.tell(error)
            return
        context.settings = Settings(window=context.settings.window)
        context.settings_changed.emit(context.settings)
        context.open_page("first-start")
        context.notice(said)

    # Who practises

    def _practise_as(self, chosen: Chosen) -> None:
        """Open what is somebody's, and close what was open until now."""
        from trainer.ui.people import own_settings

        context = self._context
        if not self._all_is_kept():
            return
        mine = context.person
        if chosen.person is not None and mine is not None and chosen.person.id == mine.id:
            # What is theirs is open: they looked at who practises here, and go on.
            context.open_page(starting.first_page(context))
            return
        opened: tuple[Store, bool] | None = Store.in_memory(), False
        if chosen.person is not None:
            opened = open_with_help(context.settings.but(keep=True), chosen)
        if opened is None:
            return
        context.save_settings()
        store, keeps = opened
        settings = own_settings.for_all(context)
        self._forget_person()
        if chosen.person is not None and keeps:
            context.person = chosen.person
            context.is_apart = profiles.must_ask()
            settings = own_settings.of(store, settings, chosen.person, apart=context.is_apart)
        context.guest, context.asked = not keeps, True
        self._use(store, settings, keeps=keeps)
        context.open_page(starting.first_page(context))
        if context.guest:
            context.announce(_("You practise as a guest: nothing of it is kept."))

    def _look_at_people(self) -> None:
        """See who practises here now, and keep apart what tells of one of several."""
        context = self._context
        if context.person is not None:
            context.person = profiles.profile(context.person.id)
            context.is_apart = profiles.must_ask()
            context.save_settings()

    def _let_go(self) -> None:
        """Close what is open, and ask who practises."""
        from trainer.ui.people import own_settings

        context = self._context
        if not self._all_is_kept():
            return
        context.save_settings()
        settings = own_settings.for_all(context)
        context.open_page("who")
        self._forget_person()
        context.guest = True
        self._use(Store.in_memory(), settings, keeps=False)

    def _all_is_kept(self) -> bool:
        """See that nothing waits to be written for whoever practised until now."""
        from trainer.ui.window.closing import kept_at_last

        if not self._context.waiting or kept_at_last(self._context):
            return True
        self._context.tell(
            KeepingError(
                _("What you did last is not kept yet, because nothing could be written."),
                _("It waits, and you can go on here."),
                _("Make room on the disk, then try again."),
            )
        )
        return False

    def _forget_person(self) -> None:
        """Let nothing of whoever practised until now show to the next."""
        context = self._context
        context.person, context.guest, context.is_apart = None, False, False
        context.asked = False
        context.trail = Trail()
        context.wish = None

    def _use(self, store: Store, settings: Settings, *, keeps: bool) -> None:
        context = self._context
        context.library.keeps_index = not context.guest
        context.use_store(store, keeps=keeps)
        if settings != context.settings:
            context.settings = settings
            context.settings_changed.emit(settings)
