"""Who is practising? Asked at the start where several do, or where a passphrase is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import _
from trainer.progress import profiles
from trainer.ui import icons, theme
from trainer.ui.page import KeyHelp, Page
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.key_cap import key_cap_size, paint_key_cap
from trainer.ui.widgets.surface_button import SurfaceButton
from trainer.ui.widgets.taking_out import put_instead
from trainer.ui.widgets.words import Heading, SoftLabel, Words, breakable_name

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPainter

    from trainer.progress.profiles import Profile
    from trainer.ui.context import Context

_WIDE = 560
_ICON = 28
_DIGITS = 9


def called(person: Profile) -> str:
    """Name to show for somebody; who has none was here first, or cannot be read."""
    if person.name:
        return person.name
    if person.id == profiles.DEFAULT:
        return _("The first person here")
    return _("Somebody without a name")


class PersonButton(SurfaceButton):
    """One person, or a guest: an icon, a name, and what there is to know before pressing."""

    def __init__(
        self, icon: str, words: str, meaning: str, parent: QWidget, person: Profile | None = None
    ) -> None:
        super().__init__(words, meaning, parent, margins=(72, 16, 64, 16), spacing=2)
        self.person = person
        self._icon = icon
        self._digit = ""
        self.add(Heading(breakable_name(words), self))
        if meaning:
            self.add(SoftLabel(meaning, self, role=Role.BODY))

    def show_digit(self, digit: str) -> None:
        """Print the digit that presses it."""
        self._digit = digit
        said = (self.accessibleDescription(), _("Key: %(key)s") % {"key": digit})
        self.setAccessibleDescription(" ".join(filter(None, said)))

    def sizeHint(self) -> QSize:
        """As wide as the column, and as high as its words."""
        parent = self.parentWidget()
        width = max(1, parent.width() if parent is not None else theme.px(_WIDE))
        return QSize(width, self.heightForWidth(width))

    def paint_on(self, painter: QPainter) -> None:
        """Paint the icon."""
        size, edge = theme.px(_ICON), theme.px(22)
        left = self.width() - edge - size if self.isRightToLeft() else edge
        box = QRectF(left, (self.height() - size) / 2, size, size)
        icons.paint(painter, self._icon, box, theme.colours().teal)
        if self._digit:
            cap = key_cap_size(self._digit)
            at = edge if self.isRightToLeft() else self.width() - edge - cap.width()
            place = QRect(QPoint(at, (self.height() - cap.height()) // 2), cap)
            paint_key_cap(painter, place, self._digit)


class WhoPage(Page):
    """Everybody who practises here, and a guest. The answer goes to ``context.practise_as``."""

    name = "who"
    immersive = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        from trainer.ui.widgets.bars.top_bar import TopBar

        self._bar = TopBar(context, self, show_keys=True, says_guest=False)
        self._bar.set_title("Upstander")
        column = self.scrolled(margins=(0, 0, 0, 0), top=self._bar)
        row = theme.lay(QHBoxLayout(), margins=(24, 40, 24, 24))
        row.addStretch()
        self._middle = QWidget(self)
        self._middle.setMaximumWidth(theme.px(_WIDE))
        self._column = theme.lay(QVBoxLayout(self._middle), spacing=12)
        row.addWidget(self._middle, 1000)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()
        self._inside: QWidget | None = None
        self._buttons: list[PersonButton] = []
        # The page has the focus at first: this is what a screen reader says then.
        self.setAccessibleName(_("Who is practising?"))
        self._fill()
        context.people_changed.connect(self._fill)

    def title(self) -> str:
        """Title of the window."""
        return _("Who is practising?")

    def open(self, **what: Any) -> None:
        """Show who there is now."""
        self._fill()

    def shown(self) -> None:
        """Give the focus to nobody: Enter must not decide by accident."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def restyled(self) -> None:
        """Keep the column as wide as is pleasant."""
        self._middle.setMaximumWidth(theme.px(_WIDE))

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("1 to 9"), _("say who you are")),
            (_("Tab"), _("go to the next answer")),
            (_("Enter"), _("take this answer")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with a digit."""
        digit = event.text()
        if digit in set("123456789"[: len(self._buttons)]):
            self._buttons[int(digit) - 1].click()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        inside = QWidget(self._middle)
        column = theme.lay(QVBoxLayout(inside), spacing=12)
        column.addWidget(Heading(_("Who is practising?"), inside, role=Role.DISPLAY))
        column.addWidget(Words(_("Each has a history of their own."), inside, role=Role.SCENE))
        self._buttons = [_button(one, inside) for one in profiles.listed()]
        guest = PersonButton(
            "feather",
            _("Someone else, as a guest"),
            _("Nothing of it is kept on this computer."),
            inside,
        )
        self._buttons.append(guest)
        for number, button in enumerate(self._buttons, start=1):
            button.clicked.connect(self._choose)
            if number <= _DIGITS:
                button.show_digit(str(number))
            column.addWidget(button)
        foot = FlowLayout(spacing=12)
        add = QuietButton(_("Add a person"), inside, icon="user-plus")
        add.clicked.connect(self._add)
        foot.addWidget(add)
        column.addLayout(foot)
        note = _(
            "Anyone at this computer can see these names, and can read what is kept under a name"
            " that has no passphrase."
        )
        column.addWidget(SoftLabel(note, inside))
        if self._inside is None:
            self._column.addWidget(inside)
        else:
            put_instead(self._column, self._inside, inside)
        self._inside = inside

    def _choose(self) -> None:
        button = self.sender()
        if not isinstance(button, PersonButton):
            return
        person = button.person
        if person is not None and person.is_sealed:
            from trainer.ui.people.passphrase_sheet import Act, PassphraseSheet

            PassphraseSheet(self.context, Act.OPEN, person, self.window()).open()
        else:
            self.context.practise_as(person)

    def _add(self) -> None:
        from trainer.ui.people.name_sheet import NameSheet

        sheet = NameSheet(self.context, None, self.window())
        sheet.added.connect(self.context.practise_as)
        sheet.open()


def _button(person: Profile, parent: QWidget) -> PersonButton:
    meaning = _("Locked with a passphrase.") if person.is_sealed else ""
    icon = "lock" if person.is_sealed else "user"
    return PersonButton(icon, called(person), meaning, parent, person)
