"""The rows of the page: each says how one thing stands, and offers what settles it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from trainer.language import _, ngettext
from trainer.shortening import shortened
from trainer.ui.widgets.fields import CheckBox, Dropdown
from trainer.ui.workshop.ready.join_part import JoinPart
from trainer.ui.workshop.ready.row import ReadyRow
from trainer.workshop.network import addresses
from trainer.workshop.network.addresses import Address, offered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from trainer.ui.workshop.ready.preparing import Preparation
    from trainer.workshop.material import Unsoftened


class PlanRow(ReadyRow):
    """The plan and its length."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("list", _("The plan"), parent)

    def show_state(self, preparation: Preparation) -> None:
        """Say what it holds."""
        plan = preparation.plan
        parts = ngettext("%(n)d part", "%(n)d parts", len(plan.segments)) % {
            "n": len(plan.segments)
        }
        minutes = ngettext("%(n)d minute", "%(n)d minutes", plan.minutes) % {"n": plan.minutes}
        known = {"title": plan.title, "parts": parts, "minutes": minutes}
        said = [_("%(title)s. %(parts)s, %(minutes)s in all.") % known, *_lacks(preparation)]
        self.say("\n".join(said), settled=len(said) == 1)


def _lacks(preparation: Preparation) -> Iterator[str]:
    """Say what of its stories is missing: now somebody can still write it, or pick another."""
    for title in preparation.lacks.gone:
        yield _("The story of “%(title)s” is not here, or cannot be played as it is.") % {
            "title": title
        }
    for title in preparation.lacks.unwritten:
        yield _("“%(title)s” has a scene that is not written yet: the room may come to it.") % {
            "title": title
        }


class CareRow(ReadyRow):
    """Who is there for somebody who needs a pause.

    Signals:
        wanted(): somebody is to be named.
        page_wanted(): they shall get the way to their own page.
    """

    wanted = Signal()
    page_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("heart", _("Somebody for a pause"), parent)
        self.button = self.add_act(_("Name somebody"), "user-plus", self.wanted.emit)
        self.page = self.add_act("", "id-card", self.page_wanted.emit)

    def show_state(self, preparation: Preparation) -> None:
        """Say who it is, or what phones say without one."""
        self.page.setVisible(preparation.care is not None)
        if preparation.care is None:
            self.say(
                _(
                    "Nobody is named. Phones then have no button for a pause, and say: turn to"
                    " whoever leads the workshop."
                ),
                settled=False,
            )
            self.button.set_words(_("Name somebody"))
            return
        name, where = preparation.care
        self.say(_("%(name)s, %(where)s.") % {"name": name, "where": where}, settled=True)
        self.button.set_words(_("Name somebody else"))
        self.page.set_words(_("A page for %(name)s …") % {"name": name})
        self.page.setEnabled(preparation.is_open or preparation.chosen is not None)


class NetworkRow(ReadyRow):
    """Which network phones come by; several are chosen from.

    Signals:
        test_wanted(): one phone shall try.
        open_wanted(): phones shall be let in.
        close_wanted(): no phone shall come in any more.
        look_wanted(): the network shall be looked for again.
        chosen(object): another :class:`Address`.
    """

    test_wanted = Signal()
    open_wanted = Signal()
    close_wanted = Signal()
    look_wanted = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("wifi", _("The network for phones"), parent)
        self.list = Dropdown(_("Network that phones come by"), self)
        self.list.chosen.connect(self._picked)
        self.column.addWidget(self.list)
        self.all = CheckBox(_("Show every network of this computer"), self)
        self.all.toggled.connect(self._all_turned)
        self.column.addWidget(self.all)
        self.join = JoinPart(self)
        self.column.addWidget(self.join)
        self.door = self.add_act(_("Let phones in"), "lock-open", self._door_pressed)
        self.test = self.add_act(_("Test with one phone"), "smartphone", self.test_wanted.emit)
        self.again = self.add_act(_("Look again"), "refresh-cw", self.look_wanted.emit)
        self._preparation: Preparation | None = None

    def show_state(self, preparation: Preparation) -> None:
        """Say which network it is."""
        self._preparation = preparation
        likely, every = offered(preparation.addresses), preparation.addresses
        shown = every if self.all.isChecked() else likely
        if preparation.chosen is not None and preparation.chosen not in shown:
            shown = (preparation.chosen, *shown)
        self.list.clear()
        for one in shown:
            self.list.add(addresses.told(one, by_name=self.all.isChecked()), one)
        self.list.choose(preparation.chosen)
        is_open = preparation.is_open
        self.list.setVisible(len(shown) > 1 and not is_open)
        self.all.setVisible(len(likely) < len(every) and not is_open)
        room = preparation.led.room if preparation.led is not None else None
        self.join.show_room(room, preparation.joined)
        for button in (self.test, self.again):
            button.setVisible(not is_open)
        self.test.setEnabled(preparation.chosen is not None and not preparation.looking)
        self.again.setEnabled(not preparation.looking)
        self.door.setEnabled(is_open or preparation.chosen is not None)
        if is_open:
            self.door.set_words(_("Close the room"), "lock")
        else:
            self.door.set_words(_("Let phones in"), "lock-open")
        self.say(self._sentence(preparation, len(likely)), settled=bool(likely))

    def _sentence(self, preparation: Preparation, likely: int) -> str:
        if preparation.is_open:
            return _("The room is open: phones can come in. No name is asked, and none is kept.")
        if preparation.looking and not preparation.addresses:
            return _("Looking for the network …")
        if not likely:
            return _(
                "This computer is in no network that phones can join. Nothing is lost: cards and"
                " hands need none."
            )
        if likely > 1:
            return _("This computer is in several networks. Choose the one that phones are in.")
        chosen = preparation.chosen
        known = {"address": chosen.ip if chosen is not None else ""}
        return _("Phones find this computer at %(address)s.") % known

    def _door_pressed(self) -> None:
        is_open = self._preparation is not None and self._preparation.is_open
        (self.close_wanted if is_open else self.open_wanted).emit()

    def _picked(self, value: object) -> None:
        if isinstance(value, Address):
            self.chosen.emit(value)

    def _all_turned(self) -> None:
        if self._preparation is not None:
            self.show_state(self._preparation)


class CardsRow(ReadyRow):
    """Printed cards.

    Signals:
        printed(bool): the facilitator says that they are on paper, or are not.
        print_wanted(): they shall be printed.
    """

    printed = Signal(bool)
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("printer", _("Printed cards"), parent)
        self.print = self.add_act(_("Print …"), "printer", self.print_wanted.emit)
        self.tick = CheckBox(_("They are on paper"), self)
        self.tick.toggled.connect(self.printed)
        self.add_control(self.tick)

    def show_state(self, preparation: Preparation) -> None:
        """Show whether they are on paper; of a PDF only the facilitator knows that."""
        self.tick.blockSignals(True)
        self.tick.setChecked(preparation.printed)
        self.tick.blockSignals(False)
        said = _("Numbers to hold up, role cards, and how to join: for a room without a network.")
        if preparation.saved and not preparation.printed:
            said = _("They are in the PDF that you have saved. Once they are printed, tick this.")
        self.say(said, settled=preparation.printed)


class SoftenRow(ReadyRow):
    """Strong language.

    Signals:
        softened(bool): it shall be softened, or not.
    """

    softened = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("feather", _("Strong language"), parent)
        self.tick = CheckBox(_("Soften it on the projector and on phones"), self)
        self.tick.toggled.connect(self.softened)
        self.add_control(self.tick)

    def show_state(self, preparation: Preparation) -> None:
        """Say what the room reads."""
        self.tick.blockSignals(True)
        self.tick.setChecked(preparation.soften)
        self.tick.blockSignals(False)
        said = (
            _("Where a story has softer words for an insult, those show. Nobody reads one aloud.")
            if preparation.soften
            else _("Insults show as they stand. Somebody in the room may have been called that.")
        )
        hard = preparation.lacks.unsoftened if preparation.soften else ()
        every = [said, *(_as_it_stands(one) for one in hard)]
        self.say("\n".join(every), settled=preparation.soften and not hard)


def _as_it_stands(hard: Unsoftened) -> str:
    """Say of a story that nothing softens it, with what the room will read."""
    known = {"title": hard.title, "line": shortened(hard.line)}
    if not hard.line:
        return _("“%(title)s” has no softer words yet: the room sees it as it stands.") % known
    more = _("“%(title)s” has no softer words yet: the room sees it as it stands, “%(line)s”")
    return more % known


class KeptRow(ReadyRow):
    """What is kept, and until when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("hard-drive", _("What is kept"), parent)

    def show_state(self, preparation: Preparation) -> None:
        """Say it before anything is."""
        if not preparation.keeps:
            said = _(
                "Nothing, as you chose it for all that is done here. If this computer stops, the"
                " workshop begins anew, and there is no report afterwards."
            )
            self.say(said, settled=True)
            return
        days = preparation.plan.keep_days
        if not days:
            self.say(
                _(
                    "While it runs, what happens is on this computer, so that nothing is lost if it"
                    " stops. The report stays until you close Upstander; then all of it is deleted."
                ),
                settled=True,
            )
            return
        said = ngettext(
            "Votes without names, and what is done here, on this computer only. %(n)d day after the"
            " workshop it is deleted.",
            "Votes without names, and what is done here, on this computer only. %(n)d days after"
            " the workshop it is deleted.",
            days,
        )
        self.say(said % {"n": days}, settled=True)


class AwakeRow(ReadyRow):
    """That the computer stays awake."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("clock", _("This computer stays awake"), parent)
        self.say(_("From beginning to end of the workshop. Plug it in all the same."), settled=True)

    def show_state(self, preparation: Preparation) -> None:
        """Nothing of it changes."""
        del preparation


class ProjectorRow(ReadyRow):
    """The screen that the room will see, told again whenever a cable comes or goes.

    Signals:
        notes_wanted(): the notes shall be printed: the room would see them on the only screen.
    """

    notes_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("presentation", _("The projector"), parent)
        self.numbers = self.add_act(_("Show a number on each screen"), "copy", self._identify)
        self.notes = self.add_act(_("Print your notes …"), "printer", self.notes_wanted.emit)
        self._remembered = ""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._came)
            app.screenRemoved.connect(self._gone)

    def remember(self, projector: str) -> None:
        """Take note of the screen that the room saw last."""
        self._remembered = projector

    def show_state(self, preparation: Preparation) -> None:
        """Say which screen it will be."""
        del preparation
        self._show(None)

    def _came(self, _screen: QScreen) -> None:
        self._show(None)

    def _gone(self, screen: QScreen) -> None:
        self._show(screen)

    def _show(self, gone: QScreen | None) -> None:
        from trainer.ui.workshop.projector import screens

        found = screens.best(screens.others(self, gone), self._remembered)
        self.numbers.setVisible(found is not None)
        self.notes.setVisible(found is None)
        if found is None:
            self.say(
                _(
                    "One screen is seen now. Plug the projector in. If it can only mirror this"
                    " screen, the room’s view fills it, and your notes are better on paper. Ctrl"
                    " Shift C shows you the console then, and the room sees it too."
                ),
                settled=False,
            )
            return
        said = _("The room will see %(screen)s. It can be swapped on the console.")
        self.say(said % {"screen": screens.words(found)}, settled=True)

    def _identify(self) -> None:
        from trainer.ui.workshop.projector.identify import show_numbers

        self._numbers = show_numbers()
