"""What stands around the list: how many there are, what to change where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading, LineLabel, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.help.looking import WayOut, Wish
    from trainer.help.model import HelpFile, Place
    from trainer.scenario.files.reading import Reading


def counted(count: int, place: Place | None) -> str:
    """Say how many services were found, and where."""
    if place is None:
        return ngettext("%(n)d service", "%(n)d services", count) % {"n": count}
    words = ngettext("%(place)s: %(n)d service", "%(place)s: %(n)d services", count)
    return words % {"n": count, "place": place.name}


def _offer(way: WayOut) -> str:
    """Say what to leave out, and what that would find."""
    words = {
        "language": ngettext(
            "In any language: %(n)d service", "In any language: %(n)d services", way.count
        ),
        "needs": ngettext(
            "Any kind of help: %(n)d service", "Any kind of help: %(n)d services", way.count
        ),
        "without_police": ngettext(
            "Also with the police: %(n)d service", "Also with the police: %(n)d services", way.count
        ),
        "place": ngettext("Anywhere: %(n)d service", "Anywhere: %(n)d services", way.count),
    }
    return words[way.without] % {"n": way.count}


class Head(QWidget):
    """How many there are, and one button that takes all filters off.

    Signals:
        all_wanted(): nothing but the place shall count.
    """

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=16)
        self._count = LineLabel(role=Role.HEADING)
        flow.addWidget(self._count)
        self._all = LinkButton(_("Take all filters off"), self, icon="x")
        self._all.clicked.connect(self.all_wanted)
        flow.addWidget(self._all)

    def tell(self, count: int, place: Place | None, wish: Wish) -> None:
        """Say it; where there are none, what could be left out says more."""
        self.setVisible(count > 0)
        self._count.setText(counted(count, place))
        self._all.setVisible(not wish.is_open())


class WayOutButton(QuietButton):
    """Leaves one thing out of what is looked for."""

    def __init__(self, way: WayOut, parent: QWidget | None = None) -> None:
        super().__init__(_offer(way), parent)
        self.wish = way.wish


class Nothing(Card):
    """Stands where nothing fits: what could be left out.

    Signals:
        wanted(object): a ``Wish`` that finds more.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self._heading = Heading()
        self.body.addWidget(self._heading)
        self._could = Words(_("You could leave something out:"))
        self.body.addWidget(self._could)
        self._flow = FlowLayout(spacing=8)
        self.body.addLayout(self._flow)
        self._buttons: list[WayOutButton] = []

    def tell(self, place: Place | None, ways: Sequence[WayOut]) -> None:
        """Say that nothing fits, and offer what does."""
        here = _("%(place)s: nothing fits all of that")
        self._heading.setText(
            here % {"place": place.name} if place else _("Nothing fits all of that")
        )
        take_out(self._flow, *self._buttons)
        self._buttons = []
        for way in ways:
            button = WayOutButton(way, self)
            button.clicked.connect(self._pressed)
            self._flow.addWidget(button)
            button.show()
            self._buttons.append(button)
        self._could.setVisible(bool(ways))

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, WayOutButton):
            self.wanted.emit(button.wish)


class UnknownPolice(QWidget):
    """Says how many were left out because nobody knows about the police, and lets them in.

    Signals:
        wanted(): show them too.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), margins=(0, 6, 0, 0), spacing=8)
        self._words = SoftLabel()
        column.addWidget(self._words)
        flow = FlowLayout()
        self._show = QuietButton(_("Show these too"), self)
        self._show.clicked.connect(self.wanted)
        flow.addWidget(self._show)
        column.addLayout(flow)

    def tell(self, count: int) -> None:
        """Say how many; none hides it."""
        words = ngettext(
            "Of %(n)d more service nobody knows what it has to do with the police. Ask first.",
            "Of %(n)d more services nobody knows what they have to do with the police. Ask first.",
            count,
        )
        self._words.setText(words % {"n": count})
        self.setVisible(count > 0)


class BrokenHelp(QWidget):
    """Says which files of help could not be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = theme.lay(QVBoxLayout(self), margins=(0, 6, 0, 0))
        self._note: QWidget | None = None

    def tell(self, broken: Sequence[Reading[HelpFile]]) -> None:
        """Say it; no file hides it."""
        take_out(self._column, self._note)
        self._note = None
        self.setVisible(bool(broken))
        if not broken:
            return
        from trainer.ui.broken_note import note_of

        partly = all(one.partly is not None for one in broken)
        words = (
            _partly(len(broken))
            if partly
            else ngettext(
                "%(n)d file of services in your folders cannot be read. "
                "It was not changed, and everything else works.",
                "%(n)d files of services in your folders cannot be read. "
                "They were not changed, and everything else works.",
                len(broken),
            )
        )
        self._note = note_of(broken, words % {"n": len(broken)}, self)
        self._column.addWidget(self._note)
        self._note.show()


def _partly(count: int) -> str:
    return ngettext(
        "Something in %(n)d file of services in your folders is not finished, and is left out. "
        "All else in it is shown.",
        "Something in %(n)d files of services in your folders is not finished, and is left out. "
        "All else in them is shown.",
        count,
    )
