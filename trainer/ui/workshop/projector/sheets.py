"""What is asked about screens: which one the room sees, and whether it sees the only one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup

from trainer.language import _
from trainer.ui.along.option import OptionTile
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.tiles import Tiles
from trainer.ui.widgets.words import SoftLabel, Words
from trainer.ui.workshop.projector import identify, screens

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class OneScreenSheet(Sheet):
    """Asks whether the room sees the only screen; Enter says yes, which shows nothing private.

    Signals:
        answered(object): True if the room sees it.
    """

    answered = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None, *, care: str = "") -> None:
        super().__init__(context, _("Does the room see this screen?"), parent, width=600)
        pause = _("You would not see that somebody needs a pause. If %(name)s has the page for that"
                  " open, it shows there; if not, phones say where to find %(name)s.")  # fmt: skip
        for sentence in (
            _("Only one screen can be found. A projector that shows the same as this screen"
              " counts as this one."),
            _("If the room sees it, only the projector’s view shows here. Your clicker and all"
              " keys work as ever; have your notes on paper."),
            _("Ctrl Shift C brings you back to the console. The room would see it, with your"
              " notes; press B first for the calm screen if you only need a moment."),
            *([pause % {"name": care}] if care else []),
        ):  # fmt: skip
            self.body.addWidget(Words(sentence, self))
        self.body.addWidget(
            SoftLabel(
                _("If nobody sees it, console and projector stand side by side, to rehearse."),
                self,
            )
        )
        no = QuietButton(_("No, I am rehearsing"), self)
        no.clicked.connect(self._no)
        yes = PrimaryButton(_("Yes, the room sees it"), self)
        yes.clicked.connect(self._yes)
        self.buttons.addWidget(no)
        self.buttons.addWidget(yes)
        yes.setDefault(True)
        yes.setFocus()

    def _yes(self) -> None:
        self.accept()
        self.answered.emit(True)

    def _no(self) -> None:
        self.accept()
        self.answered.emit(False)


class ScreensSheet(Sheet):
    """Asks which screen the room sees; or a window, to be shared in a call.

    Signals:
        chosen(object): the screen, or None for a window.
        darkened(object): True for the dark palette.
    """

    chosen = Signal(object)
    darkened = Signal(object)

    def __init__(
        self,
        context: Context,
        console: QScreen,
        projector: QScreen | None,
        parent: QWidget | None = None,
        *,
        dark: bool = False,
    ) -> None:
        super().__init__(context, _("Which screen does the room see?"), parent, width=600)
        self._screens: list[QScreen | None] = [*QGuiApplication.screens(), None]
        self._tiles = QButtonGroup(self)
        column = Tiles(least=520, spacing=8)
        for number, screen in enumerate(self._screens):
            tile = self._tile(number, screen, console)
            self._tiles.addButton(tile, number)
            column.addWidget(tile)
        self.body.addLayout(column)
        chosen = self._tiles.button(self._likely(console, projector))
        chosen.setChecked(True)
        self._dark = CheckBox(_("Dark, for a dark room"), self)
        self._dark.setChecked(dark)
        self._dark.toggled.connect(self._darken)
        self.body.addWidget(self._dark)
        numbers = QuietButton(_("Show numbers on the screens"), self)
        numbers.clicked.connect(self._identify)
        self.buttons.addWidget(numbers)
        use = PrimaryButton(_("Show it there"), self)
        use.clicked.connect(self._use)
        self.buttons.addWidget(use)
        use.setDefault(True)
        chosen.setFocus()

    def _likely(self, console: QScreen, projector: QScreen | None) -> int:
        """Give the screen in use, else one where the console is not, else the only one."""
        if projector is not None and projector in self._screens:
            return self._screens.index(projector)
        others = (n for n, one in enumerate(self._screens) if one not in (console, None))
        return next(others, 0)

    def _tile(self, number: int, screen: QScreen | None, console: QScreen) -> OptionTile:
        if screen is None:
            about = _("To share in an online call: choose the window “Workshop” there.")
            return OptionTile(_("In a window"), about, "copy", self)
        known = {"number": number + 1, "screen": screens.words(screen)}
        title = _("Screen %(number)d: %(screen)s") % known
        if screen is not console:
            about = _("Only the projector’s view shows here.")
        elif screens.is_one():
            about = _("The room’s view covers the console. Ctrl Shift C goes there and back.")
        else:
            about = _("The console is here now. It goes to the other screen.")
        return OptionTile(title, about, "external-link", self)

    def _darken(self, dark: bool) -> None:
        self.darkened.emit(dark)

    def _identify(self) -> None:
        identify.show_numbers()

    def _use(self) -> None:
        screen = self._screens[self._tiles.checkedId()]
        self.accept()
        self.chosen.emit(screen)
